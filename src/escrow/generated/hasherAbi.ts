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
export const hasherBytecode = '0x6080604052348015600e575f5ffd5b50610d588061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610090575f3560e01c8063c84bd21311610063578063c84bd2131461011e578063d7e70c7614610131578063ecb7c36014610144578063fae3509614610157578063fdecd2c11461016a575f5ffd5b80634f05518614610094578063846774bc146100ba57806393af313b146100dd57806396da05c41461010b575b5f5ffd5b6100a76100a2366004610629565b61017d565b6040519081526020015b60405180910390f35b6100cd6100c836600461069b565b61018d565b60405190151581526020016100b1565b6100f06100eb366004610757565b6101a9565b604080518251815260209283015192810192909252016100b1565b6100a7610119366004610782565b6101cd565b6100a761012c3660046107ac565b6101d7565b6100f061013f3660046107d6565b6101e1565b6100a76101523660046107f8565b6101fe565b6100a76101653660046107ac565b610208565b6100a761017836600461080a565b610212565b5f6101878261021c565b92915050565b5f61019c87878787878761026d565b90505b9695505050505050565b604080518082019091525f80825260208201526101c68383610404565b9392505050565b5f6101878261047a565b5f610187826104ae565b604080518082019091525f80825260208201526101c683836104e2565b5f6101878261058d565b5f610187826105c1565b5f610187826105f5565b5f7ff98e734c5b3a7eae9f6be817ec148123d37ed3989a421e1c8b058df8d9420bbb8260405160200161025092919061087f565b604051602081830303815290604052805190602001209050919050565b5f818614158061027e575083861c15155b1561028a57505f61019f565b845160208601515f5b888110156103e357368686838181106102ae576102ae610925565b90506040020190508a602001518311806102da5750828b602001516102d3919061094d565b8160200135115b156102eb575f94505050505061019f565b600188831c81161461036057604080517fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d85360208083019190915291810186905260608101859052823560808201529082013560a082015260c001604051602081830303815290604052805190602001206103c8565b604080517fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d8536020808301919091528335928201929092529082013560608201526080810185905260a0810184905260c001604051602081830303815290604052805190602001205b93506103d8602082013584610960565b925050600101610293565b508851821480156103f75750886020015181145b9998505050505050505050565b6040805180820182525f80825260208201528151808301909252908061044f7f403a3cc7c6e28b853c23c6552d516def56ba34f9513cb9d7ab22de9f0ebeed2d868660608501610983565b6040516020818303038152906040528051906020012081526020018360200135815250905092915050565b5f7f5408912d0bed761c80bdbcf5ca562b8ed6f5512253b39138ea3e17667e7b2d96826040516020016102509291906109df565b5f7f0e5623df6e94155764d2ed2ec45c4da45a32ef308f2a473693ba3aa3db3076ef82604051602001610250929190610a2c565b6040805180820182525f80825260208201528151808301909252908061052d7f8ad7a6fa2679969aa45078562154950d2d7f0a458afcd37eafc6ab2ee52c9428868660608501610a8d565b60408051601f19818403018152919052805160209182012082520161055860a0850160808601610b28565b6001600160801b03166105716080860160608701610b28565b6001600160801b03166105849190610960565b90529392505050565b5f7f93001abb46c3120423ee8d948acdf7a45b9a7fbe4f7ce66c90fcfab296c957bd82604051602001610250929190610b41565b5f7f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce9989283882604051602001610250929190610c74565b5f7f097c65dd968c32db1e4d0d6aa6d2dc6f1bdbc8065fe43e6a7f6ce2f24366d07b82604051602001610250929190610cc9565b5f60e082840312801561063a575f5ffd5b509092915050565b5f60408284031215610652575f5ffd5b6040516040810181811067ffffffffffffffff8211171561068157634e487b7160e01b5f52604160045260245ffd5b604052823581526020928301359281019290925250919050565b5f5f5f5f5f5f60e087890312156106b0575f5ffd5b6106ba8888610642565b9550604087013594506106d08860608901610642565b935060a0870135925060c087013567ffffffffffffffff8111156106f2575f5ffd5b8701601f81018913610702575f5ffd5b803567ffffffffffffffff811115610718575f5ffd5b8960208260061b840101111561072c575f5ffd5b60208201935080925050509295509295509295565b5f60808284031215610751575f5ffd5b50919050565b5f5f60a08385031215610768575f5ffd5b823591506107798460208501610741565b90509250929050565b5f60808284031215610792575f5ffd5b6101c68383610741565b5f60a08284031215610751575f5ffd5b5f60a082840312156107bc575f5ffd5b6101c6838361079c565b5f60c08284031215610751575f5ffd5b5f5f60e083850312156107e7575f5ffd5b8235915061077984602085016107c6565b5f61018082840312801561063a575f5ffd5b5f60c0828403121561081a575f5ffd5b6101c683836107c6565b803563ffffffff81168114610837575f5ffd5b919050565b80356001600160a01b0381168114610837575f5ffd5b80356001600160801b0381168114610837575f5ffd5b803567ffffffffffffffff81168114610837575f5ffd5b828152813560208083019190915261010082019063ffffffff906108a4908501610824565b16604083015260018060a01b036108bd6040850161083c565b1660608301525f606084013590508060808401525063ffffffff6108e360808501610824565b1660a08301526001600160801b036108fd60a08501610852565b1660c083015267ffffffffffffffff61091860c08501610868565b1660e08301529392505050565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b8181038181111561018757610187610939565b8082018082111561018757610187610939565b803560ff81168114610837575f5ffd5b8381526020810183905260c081016001600160a01b036109a28461083c565b16604083810191909152602084013560608085019190915290840135608084015260ff906109d1908501610973565b1660a0830152949350505050565b828152813560208083019190915282013560408083019190915282013560608083019190915260a082019067ffffffffffffffff90610a1f908501610868565b1660808301529392505050565b828152813560208083019190915282013560408083019190915260c082019060ff90610a59908501610973565b1660608301526001600160801b03610a7360608501610852565b16608083810191909152929092013560a090910152919050565b83815260208101839052610100810163ffffffff610aaa84610824565b16604083810191909152602084013560608401526001600160a01b0390610ad290850161083c565b1660808301526001600160801b03610aec60608501610852565b1660a08301526001600160801b03610b0660808501610852565b1660c083015260ff610b1a60a08501610973565b1660e0830152949350505050565b5f60208284031215610b38575f5ffd5b6101c682610852565b82815281356020808301919091528201356040808301919091528201356060808301919091526101a0820190610b7890840161083c565b6001600160a01b038116608084015250610b946080840161083c565b6001600160a01b03811660a084015250610bb060a08401610824565b63ffffffff811660c084015250610bc960c08401610824565b63ffffffff811660e084015250610be260e08401610852565b6001600160801b03811661010084015250610c006101008401610852565b6001600160801b03811661012084015250610c1e6101208401610852565b6001600160801b03811661014084015250610c3c6101408401610868565b67ffffffffffffffff811661016084015250610c5b6101608401610868565b67ffffffffffffffff8116610180840152509392505050565b828152813560208083019190915282013560408083019190915282013560608083019190915282013560808083019190915260c082019063ffffffff90610cbc908501610824565b1660a08301529392505050565b828152813560208083019190915260e08201906001600160a01b0390610cf090850161083c565b16604083015260018060a01b03610d096040850161083c565b1660608301526001600160801b03610d2360608501610852565b16608083015267ffffffffffffffff610d3e60808501610868565b1660a083810191909152929092013560c09091015291905056'
