// Generated from contracts/ by `node scripts/contracts.ts build`. Do not edit.
export const hasherAbi = [
  {
    "type": "function",
    "name": "hash",
    "inputs": [
      {
        "name": "m",
        "type": "tuple",
        "internalType": "struct Lease",
        "components": [
          {
            "name": "job",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "slot",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "worker",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "specDigest",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "slices",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "price",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "expires",
            "type": "uint64",
            "internalType": "uint64"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "hash",
    "inputs": [
      {
        "name": "m",
        "type": "tuple",
        "internalType": "struct Receipt",
        "components": [
          {
            "name": "job",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "lease",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "rootMessage",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "receivedAt",
            "type": "uint64",
            "internalType": "uint64"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "hash",
    "inputs": [
      {
        "name": "m",
        "type": "tuple",
        "internalType": "struct Settlement",
        "components": [
          {
            "name": "job",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "payoutRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "payoutDepth",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "total",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "auditSecret",
            "type": "bytes32",
            "internalType": "bytes32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "hash",
    "inputs": [
      {
        "name": "m",
        "type": "tuple",
        "internalType": "struct Intent",
        "components": [
          {
            "name": "account",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "jobHash",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "auditCommit",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "jobKey",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "assigner",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "slots",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "spares",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "slotPrice",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "finderReserve",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "relayerFeeCap",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "openBy",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "settleBy",
            "type": "uint64",
            "internalType": "uint64"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "hash",
    "inputs": [
      {
        "name": "m",
        "type": "tuple",
        "internalType": "struct Root",
        "components": [
          {
            "name": "job",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "lease",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "specDigest",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "root",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "done",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "hash",
    "inputs": [
      {
        "name": "m",
        "type": "tuple",
        "internalType": "struct Grant",
        "components": [
          {
            "name": "account",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "spender",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "jobKey",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "amount",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "validUntil",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "nonce",
            "type": "bytes32",
            "internalType": "bytes32"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "node",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "payout",
        "type": "tuple",
        "internalType": "struct Payout",
        "components": [
          {
            "name": "worker",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "totalUnits",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "linesRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "linesDepth",
            "type": "uint8",
            "internalType": "uint8"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct SumNode",
        "components": [
          {
            "name": "hash",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "units",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "node",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "line",
        "type": "tuple",
        "internalType": "struct Line",
        "components": [
          {
            "name": "slot",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "lease",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "worker",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "payUnits",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "rewardUnits",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "reason",
            "type": "uint8",
            "internalType": "uint8"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct SumNode",
        "components": [
          {
            "name": "hash",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "units",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "verify",
    "inputs": [
      {
        "name": "root",
        "type": "tuple",
        "internalType": "struct SumNode",
        "components": [
          {
            "name": "hash",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "units",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      },
      {
        "name": "depth",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "leaf",
        "type": "tuple",
        "internalType": "struct SumNode",
        "components": [
          {
            "name": "hash",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "units",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      },
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "proof",
        "type": "tuple[]",
        "internalType": "struct SumNode[]",
        "components": [
          {
            "name": "hash",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "units",
            "type": "uint256",
            "internalType": "uint256"
          }
        ]
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "pure"
  }
] as const

/** Creation code, without constructor arguments. */
export const hasherBytecode = '0x6080604052348015600e575f5ffd5b50610c738061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610090575f3560e01c8063c84bd21311610063578063c84bd2131461011e578063d7e70c7614610131578063ecb7c36014610144578063fae3509614610157578063fdecd2c11461016a575f5ffd5b80634f05518614610094578063846774bc146100ba57806393af313b146100dd57806396da05c41461010b575b5f5ffd5b6100a76100a23660046105cf565b61017d565b6040519081526020015b60405180910390f35b6100cd6100c8366004610641565b61018d565b60405190151581526020016100b1565b6100f06100eb3660046106fd565b6101a9565b604080518251815260209283015192810192909252016100b1565b6100a7610119366004610728565b6101cd565b6100a761012c366004610752565b6101d7565b6100f061013f36600461077c565b6101e1565b6100a761015236600461079e565b6101fe565b6100a7610165366004610752565b610208565b6100a76101783660046107b0565b610212565b5f6101878261021c565b92915050565b5f61019c87878787878761026d565b90505b9695505050505050565b604080518082019091525f80825260208201526101c683836102c2565b9392505050565b5f610187826102fd565b5f61018782610331565b604080518082019091525f80825260208201526101c68383610365565b5f61018782610410565b5f61018782610444565b5f61018782610478565b5f7ff98e734c5b3a7eae9f6be817ec148123d37ed3989a421e1c8b058df8d9420bbb82604051602001610250929190610825565b604051602081830303815290604052805190602001209050919050565b5f81861461027c57505f61019f565b5f5f610292875f015188602001518888886104ac565b909250905081158015906102a65750885182145b80156102b55750886020015181145b9998505050505050505050565b604080518082019091525f808252602082015260405180604001604052806102ea858561058a565b8152602084810135910152905092915050565b5f7f5408912d0bed761c80bdbcf5ca562b8ed6f5512253b39138ea3e17667e7b2d96826040516020016102509291906108cb565b5f7f0e5623df6e94155764d2ed2ec45c4da45a32ef308f2a473693ba3aa3db3076ef82604051602001610250929190610928565b6040805180820182525f8082526020820152815180830190925290806103b07f8ad7a6fa2679969aa45078562154950d2d7f0a458afcd37eafc6ab2ee52c9428868660608501610989565b60408051601f1981840301815291905280516020918201208252016103db60a0850160808601610a24565b6001600160801b03166103f46080860160608701610a24565b6001600160801b03166104079190610a3d565b90529392505050565b5f7f93001abb46c3120423ee8d948acdf7a45b9a7fbe4f7ce66c90fcfab296c957bd82604051602001610250929190610a5c565b5f7f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce9989283882604051602001610250929190610b8f565b5f7f097c65dd968c32db1e4d0d6aa6d2dc6f1bdbc8065fe43e6a7f6ce2f24366d07b82604051602001610250929190610be4565b5f808260208111806104bf575085811c15155b156104d057505f9150819050610580565b6040517fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d853601f19609f92909201607f19169182018181528a9550899450849290600685901b8901895b8181101561055f5760018c1660061b841789815288602082015260408260408318375060a0832060019c909c1c9b98506020810135978801979590951794604001610519565b5050505060f882901c1561057c57505f9350839250610580915050565b5050505b9550959350505050565b5f5f7f403a3cc7c6e28b853c23c6552d516def56ba34f9513cb9d7ab22de9f0ebeed2d9050604051818152846020820152608084604083013760c09020949350505050565b5f60e08284031280156105e0575f5ffd5b509092915050565b5f604082840312156105f8575f5ffd5b6040516040810181811067ffffffffffffffff8211171561062757634e487b7160e01b5f52604160045260245ffd5b604052823581526020928301359281019290925250919050565b5f5f5f5f5f5f60e08789031215610656575f5ffd5b61066088886105e8565b95506040870135945061067688606089016105e8565b935060a0870135925060c087013567ffffffffffffffff811115610698575f5ffd5b8701601f810189136106a8575f5ffd5b803567ffffffffffffffff8111156106be575f5ffd5b8960208260061b84010111156106d2575f5ffd5b60208201935080925050509295509295509295565b5f608082840312156106f7575f5ffd5b50919050565b5f5f60a0838503121561070e575f5ffd5b8235915061071f84602085016106e7565b90509250929050565b5f60808284031215610738575f5ffd5b6101c683836106e7565b5f60a082840312156106f7575f5ffd5b5f60a08284031215610762575f5ffd5b6101c68383610742565b5f60c082840312156106f7575f5ffd5b5f5f60e0838503121561078d575f5ffd5b8235915061071f846020850161076c565b5f6101808284031280156105e0575f5ffd5b5f60c082840312156107c0575f5ffd5b6101c6838361076c565b803563ffffffff811681146107dd575f5ffd5b919050565b80356001600160a01b03811681146107dd575f5ffd5b80356001600160801b03811681146107dd575f5ffd5b803567ffffffffffffffff811681146107dd575f5ffd5b828152813560208083019190915261010082019063ffffffff9061084a9085016107ca565b16604083015260018060a01b03610863604085016107e2565b1660608301525f606084013590508060808401525063ffffffff610889608085016107ca565b1660a08301526001600160801b036108a360a085016107f8565b1660c083015267ffffffffffffffff6108be60c0850161080e565b1660e08301529392505050565b828152813560208083019190915282013560408083019190915282013560608083019190915260a082019067ffffffffffffffff9061090b90850161080e565b1660808301529392505050565b803560ff811681146107dd575f5ffd5b828152813560208083019190915282013560408083019190915260c082019060ff90610955908501610918565b1660608301526001600160801b0361096f606085016107f8565b16608083810191909152929092013560a090910152919050565b83815260208101839052610100810163ffffffff6109a6846107ca565b16604083810191909152602084013560608401526001600160a01b03906109ce9085016107e2565b1660808301526001600160801b036109e8606085016107f8565b1660a08301526001600160801b03610a02608085016107f8565b1660c083015260ff610a1660a08501610918565b1660e0830152949350505050565b5f60208284031215610a34575f5ffd5b6101c6826107f8565b8082018082111561018757634e487b7160e01b5f52601160045260245ffd5b82815281356020808301919091528201356040808301919091528201356060808301919091526101a0820190610a939084016107e2565b6001600160a01b038116608084015250610aaf608084016107e2565b6001600160a01b03811660a084015250610acb60a084016107ca565b63ffffffff811660c084015250610ae460c084016107ca565b63ffffffff811660e084015250610afd60e084016107f8565b6001600160801b03811661010084015250610b1b61010084016107f8565b6001600160801b03811661012084015250610b3961012084016107f8565b6001600160801b03811661014084015250610b57610140840161080e565b67ffffffffffffffff811661016084015250610b76610160840161080e565b67ffffffffffffffff8116610180840152509392505050565b828152813560208083019190915282013560408083019190915282013560608083019190915282013560808083019190915260c082019063ffffffff90610bd79085016107ca565b1660a08301529392505050565b828152813560208083019190915260e08201906001600160a01b0390610c0b9085016107e2565b16604083015260018060a01b03610c24604085016107e2565b1660608301526001600160801b03610c3e606085016107f8565b16608083015267ffffffffffffffff610c596080850161080e565b1660a083810191909152929092013560c09091015291905056'
