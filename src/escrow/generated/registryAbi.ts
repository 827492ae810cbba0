// Generated from contracts/ by `node scripts/contracts.ts build`. Do not edit.
export const registryAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "unbondingPeriod_",
        "type": "uint40",
        "internalType": "uint40"
      },
      {
        "name": "slasher",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "court",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "STAKE_PER_PRICE",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "burnedOf",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "declareClass",
    "inputs": [
      {
        "name": "determinismClass",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "domainSeparator",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "eip712Domain",
    "inputs": [],
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1",
        "internalType": "bytes1"
      },
      {
        "name": "name",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "version",
        "type": "string",
        "internalType": "string"
      },
      {
        "name": "chainId",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]",
        "internalType": "uint256[]"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isSlasher",
    "inputs": [
      {
        "name": "slasher",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "leasesCovered",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "price",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "rebond",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "register",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "payout",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "determinismClass",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setPayout",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "payout",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "slash",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "units",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "keepUnits",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "evidence",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "slashed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "kept",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "stake",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "units",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "stakeOf",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct IRegistry.Stake",
        "components": [
          {
            "name": "bonded",
            "type": "uint96",
            "internalType": "uint96"
          },
          {
            "name": "unbonding",
            "type": "uint96",
            "internalType": "uint96"
          },
          {
            "name": "availableAt",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "unbond",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "units",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "unbondingPeriod",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "withdraw",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "workerOf",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct IRegistry.Worker",
        "components": [
          {
            "name": "payout",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "determinismClass",
            "type": "bytes32",
            "internalType": "bytes32"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "ClassDeclared",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "determinismClass",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "PayoutChanged",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "payout",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Rebonded",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "units",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Registered",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "payout",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "determinismClass",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Slashed",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "units",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "burnedUnits",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Staked",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "from",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "units",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Strike",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "slasher",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "evidence",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Unbonding",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "units",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "availableAt",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Withdrawn",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "payout",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "units",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AlreadyRegistered",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "AmountTooLarge",
    "inputs": [
      {
        "name": "units",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "most",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "BadSignature",
    "inputs": [
      {
        "name": "signer",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "InvalidShortString",
    "inputs": []
  },
  {
    "type": "error",
    "name": "NotAToken",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotEnoughStake",
    "inputs": [
      {
        "name": "asked",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "bonded",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotPayout",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotRegistered",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotSlasher",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NothingUnbonding",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "RebasingToken",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReentrancyGuardReentrantCall",
    "inputs": []
  },
  {
    "type": "error",
    "name": "SafeERC20FailedOperation",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ShortTransfer",
    "inputs": [
      {
        "name": "asked",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "received",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "StringTooLong",
    "inputs": [
      {
        "name": "str",
        "type": "string",
        "internalType": "string"
      }
    ]
  },
  {
    "type": "error",
    "name": "TooEarly",
    "inputs": [
      {
        "name": "from",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ZeroAddress",
    "inputs": []
  },
  {
    "type": "error",
    "name": "ZeroUnits",
    "inputs": []
  }
] as const

/** Creation code, without constructor arguments. */
export const registryBytecode = '0x6101c080604052346101ac57606081611c1b803803809161002082856101b0565b8339810103126101ac5780519064ffffffffff821682036101ac57610053604061004c602084016101e7565b92016101e7565b6040516100616040826101b0565b6012815260208101907146757a7a627572737420526567697374727960701b8252604051916100916040846101b0565b600183526020830191603160f81b83526100aa816101fb565b610120526100b7846101fb565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261012060c0826101b0565b5190206080523060c0526101a05261018052610160526040516119b490816102678239608051816117dc015260a05181611899015260c051816117ad015260e0518161182b0152610100518161185101526101205181610dc701526101405181610df001526101605181818161041f0152610f54015261018051816114e601526101a051816115280152f35b5f80fd5b601f909101601f19168101906001600160401b038211908210176101d357604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036101ac57565b601f815111610226576020815191015160208210610217571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f3560e01c908163082a594e1461136157508063217ca2141461134857806327a491c9146112375780634773285a146111ff57806357601c5d146111d25780635c59f28f14610f785780636cf6d67514610f3757806377614a4214610ec357806384b0196e14610daf578063a9c584fe14610b41578063bf6eac2f1461060d578063c2fb1ceb14610553578063c3b44c4814610331578063ce4cb8761461027d578063d407a47014610262578063f698da25146102405763f940e385146100d7575f80fd5b3461023c57604036600319011261023c576100f06113de565b6001600160a01b036101006113f4565b91610109611698565b1690815f52600360205260405f206001600160a01b0382165f5260205260405f20908154916001600160601b038360601c1692831561021c5764ffffffffff8160c01c168042106101f15750916101cc94917fffffff0000000000000000000000000000000000ffffffffffffffffffffffff6001600160a01b0394169055815f5260026020528260405f2054169283911680927fa4195c37c2947bbe89165f03e320b6903116f0b10d8cfdb522330f7ce6f9fa246020604051888152a461170c565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b7f2a35a324000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001600160a01b0383866344f9373b60e01b5f526004521660245260445ffd5b5f80fd5b3461023c575f36600319011261023c57602061025a6117a3565b604051908152f35b3461023c575f36600319011261023c57602060405160148152f35b3461023c57604036600319011261023c576102966113de565b6001600160a01b036102a66113f4565b915f604080516102b58161157c565b8281528260208201520152165f5260036020526001600160a01b0360405f2091165f52602052606060405f2064ffffffffff604051916102f48361157c565b546001600160601b0380821693848152836040602083019284868a1c168452019360c01c1683526040519485525116602084015251166040820152f35b3461023c5761033f3661140a565b91610349816115f4565b821561052b576001600160a01b031690815f52600360205260405f206001600160a01b0382165f5260205260405f206001600160601b038154168085116104fc576103ce610417916001600160601b036103a681891680936115c7565b85546bffffffffffffffffffffffff191691161780855560601c6001600160601b03166114ae565b82547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff1660609190911b77ffffffffffffffffffffffff00000000000000000000000016178255565b64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001664ffffffffff4216019064ffffffffff82116104e8577f10b78ea83898be9db4ff104829a03f48d73fa4da0679c7bbe4eadd920a3866c29264ffffffffff826040947fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff0000000000000000000000000000000000000000000000006001600160a01b0396549260c01b16911617809155845197885260c01c1660208701521693a3005b634e487b7160e01b5f52601160045260245ffd5b847f3d42d257000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fc46babb1000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461023c57604036600319011261023c5761056c6113de565b6001600160a01b0361057c6113f4565b610585836115f4565b169081156105e5576001600160a01b0316805f52600260205260405f208273ffffffffffffffffffffffffffffffffffffffff198254161790557f58a5ff072be0c939808b8ba8c3c7009527337e9b9a3b050f8cc0221b09e1a3c15f80a3005b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461023c576001600160a01b036106233661140a565b92909161062e611698565b16805f5260026020526001600160a01b0360405f20541615610b2f57821561052b57805f52600360205260405f206001600160a01b0383165f5260205260405f209182546001600160601b038116801580610b1b575b6108ff575b6001600160601b0303906001600160601b0382116104e8576001600160601b0391826106b99260601c16906115c7565b168085116108d057506001600160a01b0316916040516370a0823160e01b8152306004820152602081602481875afa908115610861575f9161089e575b50604051907f23b872dd000000000000000000000000000000000000000000000000000000005f5233600452306024528560445260205f60648180895af160015f511481161561087f575b826040525f6060521561086c576370a0823160e01b8252306004830152602082602481885afa8015610861575f9061082d575b61077e92506115ba565b8481036107fe57506001600160601b0361079d818616828454166114ae565b166001600160601b03198254161790556040519283527f6e613e504dcbe267f60e295b08e0a211b63db8690d660e5ed4f864d409bb662060203394a45f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b847f857dd552000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020823d602011610859575b8161084760209383611598565b8101031261023c5761077e9151610774565b3d915061083a565b6040513d5f823e3d90fd5b84635274afe760e01b5f5260045260245ffd5b600181151661089557853b15153d151616610741565b823d5f823e3d90fd5b90506020813d6020116108c8575b816108b960209383611598565b8101031261023c5751856106f6565b3d91506108ac565b847f7f162703000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b823b151580610aa2575b15610a6d575f8060405160208101907ff5eb42dc00000000000000000000000000000000000000000000000000000000825230602482015260248152610950604482611598565b519086620186a0fa3d15610a66573d61096881611941565b906109766040519283611598565b81523d5f602083013e5b81610a5a575b5080156109c8575b15610689576001600160a01b03837fbc5c114f000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b505f8060405160208101907f1da24f3e00000000000000000000000000000000000000000000000000000000825230602482015260248152610a0b604482611598565b519086620186a0fa3d15610a53573d610a2381611941565b90610a316040519283611598565b81523d5f602083013e5b81610a47575b5061098e565b60209150511487610a41565b6060610a3b565b60209150511487610986565b6060610980565b6001600160a01b03837ff0ae59ab000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b505f8060405160208101906370a0823160e01b825230602482015260248152610acc604482611598565b519086620186a0fa3d15610b14573d610ae481611941565b90610af26040519283611598565b81523d5f602083013e5b81610b08575b50610909565b60209150511487610b02565b6060610afc565b506001600160601b038260601c1615610684565b63bfc6c33760e01b5f5260045260245ffd5b3461023c5760a036600319011261023c57610b5a6113de565b610b626113f4565b60643590604435610b71611698565b610b7a336114ce565b15610d8357610c676001600160a01b036040951691825f526003602052855f206001600160a01b0385165f52602052855f20908154916001600160601b03808416938484105f14610d7b5783805b83610bd383836115ba565b9360601c168093105f14610d6957610bff610bf4610c5293610c09936115ba565b975b858816906115c7565b92848816906115c7565b84547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff1660609190911b77ffffffffffffffffffffffff00000000000000000000000016178455565b166001600160601b03198254161790556115e7565b928360011c8082105f14610d615750915b6001600160a01b03610c8a84866115ba565b9116918291825f526004602052610ca5875f209182546115e7565b905560843533827fe91c9848bbc3eeac4d69efe79e22cc3b22c7fe30d3d69b5338aeeded553acad05f80a484610d22575b50508180610d10575b50505f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d82519182526020820152f35b610d1b91339061170c565b8381610cdf565b7f2ad67d4a3e40fbdc9faeef32237ae01635b2ec4451e4e61d0bafed3606cfa42186610d4e86886115ba565b8151908882526020820152a38085610cd6565b905091610c78565b5050610c52610c09610bff8397610bf6565b848094610bc8565b7f4bc0cd76000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b3461023c575f36600319011261023c57610e67610deb7f000000000000000000000000000000000000000000000000000000000000000061195d565b610e147f000000000000000000000000000000000000000000000000000000000000000061195d565b6020610e7560405192610e278385611598565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190611444565b908582036040870152611444565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b828110610eac57505050500390f35b835185528695509381019392810192600101610e9d565b3461023c57602036600319011261023c576001600160a01b03610ee46113de565b5f6020604051610ef38161154c565b8281520152165f5260026020526040805f208151610f108161154c565b602060016001600160a01b0384541693848452015491019081528251918252516020820152f35b3461023c575f36600319011261023c57602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461023c57608036600319011261023c57610f916113de565b610f996113f4565b6044356064359167ffffffffffffffff831161023c573660238401121561023c5782600401359067ffffffffffffffff821161023c57366024838601011161023c576001600160a01b03169384156105e5576001600160a01b031692835f5260026020526001600160a01b0360405f2054166111a657833303611095575b505060207fcd784feabb8c0a2cea91505b9464c34e654e1646c6711b542aefdfbc3de7ccfb916040516110498161154c565b8581526001838201838152865f52600285526001600160a01b038060405f209451161673ffffffffffffffffffffffffffffffffffffffff1984541617835551910155604051908152a3005b90611130916042602460405160208101907f29ba0cdd5feea335674758125246d8e9c990efbe1072258b908a6c64e533f8728252886040820152896060820152876080820152608081526110ea60a082611598565b519020926110f66117a3565b93604051947f1901000000000000000000000000000000000000000000000000000000000000865260028601526022850152019120611664565b5060048110156111925715801591849161117e575b5050611152578380611017565b507f9a7d38d9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001600160a01b0316141590508285611145565b634e487b7160e01b5f52602160045260245ffd5b837f45ed80e9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3461023c57602036600319011261023c5760206111f56111f06113de565b6114ce565b6040519015158152f35b3461023c57602036600319011261023c576001600160a01b036112206113de565b165f526004602052602060405f2054604051908152f35b3461023c57604036600319011261023c576112506113de565b6001600160a01b036112606113f4565b9161126a816115f4565b16805f52600360205260405f206001600160a01b0383165f5260205260405f20918254926001600160601b038460601c16938415611328577f870b8cd1f69783c8a776e39ac19c4601d05a03e14275ccd7356b9620f328747d926020926001600160601b03837fffffff0000000000000000000000000000000000ffffffffffffffffffffffff6113058a846001600160a01b0398166114ae565b6bffffffffffffffffffffffff19919092161691161790556040519586521693a3005b6001600160a01b0383856344f9373b60e01b5f526004521660245260445ffd5b3461023c57602061025a61135b3661140a565b91611468565b3461023c57602036600319011261023c57600435335f5260026020526001600160a01b0360405f205416156113cb57335f52600260205280600160405f20015581527fe37a5ca165d37255c919bdda93f99cca77451d839b46a37bd35fc1a76233cae460203392a2005b63bfc6c33760e01b5f523360045260245ffd5b600435906001600160a01b038216820361023c57565b602435906001600160a01b038216820361023c57565b606090600319011261023c576004356001600160a01b038116810361023c57906024356001600160a01b038116810361023c579060443590565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b82156114a6576001600160a01b03165f5260036020526001600160a01b0360405f2091165f5260205260146001600160601b0360405f205416040490565b5050505f1990565b906001600160601b03809116911601906001600160601b0382116104e857565b6001600160a01b031680151590816114e4575090565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681149150811561151c575090565b90506001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161490565b6040810190811067ffffffffffffffff82111761156857604052565b634e487b7160e01b5f52604160045260245ffd5b6060810190811067ffffffffffffffff82111761156857604052565b90601f8019910116810190811067ffffffffffffffff82111761156857604052565b919082039182116104e857565b906001600160601b03809116911603906001600160601b0382116104e857565b919082018092116104e857565b6001600160a01b0316805f5260026020526001600160a01b0360405f20541680156116515733036116225750565b7f7fb966d8000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b5063bfc6c33760e01b5f5260045260245ffd5b906041830361168e576116879250602081013591604082359201355f1a906118bf565b9192909190565b50505f9160029190565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6116e45760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b916001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615611782575b604052156117665750565b6001600160a01b0390635274afe760e01b5f521660045260245ffd5b90600181151661179a57823b15153d1516169061175b565b503d5f823e3d90fd5b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480611896575b156117fe577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261189060c082611598565b51902090565b507f000000000000000000000000000000000000000000000000000000000000000046146117d5565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411611936579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610861575f516001600160a01b0381161561192c57905f905f90565b505f906001905f90565b5050505f9160039190565b67ffffffffffffffff811161156857601f01601f191660200190565b60ff811690601f821161198c5760405191611979604084611598565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd'
