// Generated from contracts/ by `node scripts/contracts.ts build`. Do not edit.
export const escrowAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "windows",
        "type": "tuple",
        "internalType": "struct IEscrow.Windows",
        "components": [
          {
            "name": "claimDelay",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "defaultGrace",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "withdrawalDelay",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "freeze",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "MAX_JOB_SECONDS",
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
    "name": "accountOf",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct IEscrow.Account",
        "components": [
          {
            "name": "owner",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "withdrawalUnits",
            "type": "uint96",
            "internalType": "uint96"
          },
          {
            "name": "token",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "withdrawalAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "balance",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "locked",
            "type": "uint128",
            "internalType": "uint128"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "answer",
    "inputs": [
      {
        "name": "claimed",
        "type": "tuple",
        "internalType": "struct IEscrow.Claim",
        "components": [
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
        ]
      },
      {
        "name": "lease",
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
      },
      {
        "name": "lineIndex",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "lineProof",
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
    "outputs": [],
    "stateMutability": "nonpayable"
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
    "name": "challengeDefault",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "slot",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "claim",
    "inputs": [
      {
        "name": "claimed",
        "type": "tuple",
        "internalType": "struct IEscrow.Claim",
        "components": [
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
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "claimDefault",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "evidence",
        "type": "tuple",
        "internalType": "struct IEscrow.Evidence",
        "components": [
          {
            "name": "lease",
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
          },
          {
            "name": "leaseSignature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "assignerSignature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "root",
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
          },
          {
            "name": "rootSignature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "receipt",
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
          },
          {
            "name": "receiptSignature",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "claimDelay",
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
    "name": "claimMany",
    "inputs": [
      {
        "name": "claims",
        "type": "tuple[]",
        "internalType": "struct IEscrow.Claim[]",
        "components": [
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
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "close",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "collectDefault",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "slot",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "contest",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "evidence",
        "type": "tuple",
        "internalType": "struct IEscrow.Evidence",
        "components": [
          {
            "name": "lease",
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
          },
          {
            "name": "leaseSignature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "assignerSignature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "root",
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
          },
          {
            "name": "rootSignature",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "receipt",
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
          },
          {
            "name": "receiptSignature",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "contestOf",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "lease",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct IEscrow.Contest",
        "components": [
          {
            "name": "worker",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "due",
            "type": "uint88",
            "internalType": "uint88"
          },
          {
            "name": "answerBy",
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
    "name": "createAccount",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "salt",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "defaultGrace",
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
    "name": "deposit",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
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
    "name": "depositWithPermit",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "units",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "deadline",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "v",
        "type": "uint8",
        "internalType": "uint8"
      },
      {
        "name": "r",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "s",
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
    "name": "freeze",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "freezePeriod",
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
    "name": "grantUsed",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "nonce",
        "type": "bytes32",
        "internalType": "bytes32"
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
    "name": "isClaimed",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
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
    "name": "jobOf",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct IEscrow.Job",
        "components": [
          {
            "name": "account",
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
            "name": "settleBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "slots",
            "type": "uint24",
            "internalType": "uint24"
          },
          {
            "name": "spares",
            "type": "uint24",
            "internalType": "uint24"
          },
          {
            "name": "state",
            "type": "uint8",
            "internalType": "enum IEscrow.State"
          },
          {
            "name": "pot",
            "type": "uint88",
            "internalType": "uint88"
          },
          {
            "name": "slotPrice",
            "type": "uint80",
            "internalType": "uint80"
          },
          {
            "name": "feeCap",
            "type": "uint80",
            "internalType": "uint80"
          },
          {
            "name": "assigner",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "feesPaid",
            "type": "uint80",
            "internalType": "uint80"
          },
          {
            "name": "payoutRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "total",
            "type": "uint88",
            "internalType": "uint88"
          },
          {
            "name": "claimed",
            "type": "uint88",
            "internalType": "uint88"
          },
          {
            "name": "settledAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "payoutDepth",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "contests",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "burns",
            "type": "uint88",
            "internalType": "uint88"
          },
          {
            "name": "posted",
            "type": "uint88",
            "internalType": "uint88"
          },
          {
            "name": "defaultFrom",
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
    "name": "open",
    "inputs": [
      {
        "name": "intent",
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
      },
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "relayerFee",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "openWithGrant",
    "inputs": [
      {
        "name": "intent",
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
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "grant",
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
      },
      {
        "name": "grantSignature",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "relayerFee",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "postOf",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "slot",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct IEscrow.Post",
        "components": [
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
            "name": "units",
            "type": "uint88",
            "internalType": "uint88"
          },
          {
            "name": "state",
            "type": "uint8",
            "internalType": "enum IEscrow.PostState"
          },
          {
            "name": "payableAt",
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
    "name": "recordRoot",
    "inputs": [
      {
        "name": "rootMessage",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "recordedAt",
    "inputs": [
      {
        "name": "rootMessage",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
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
    "name": "requestWithdrawal",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "units",
        "type": "uint96",
        "internalType": "uint96"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "setSpender",
    "inputs": [
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
        "name": "maxPerJob",
        "type": "uint96",
        "internalType": "uint96"
      },
      {
        "name": "maxPerDay",
        "type": "uint96",
        "internalType": "uint96"
      },
      {
        "name": "expires",
        "type": "uint40",
        "internalType": "uint40"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "settle",
    "inputs": [
      {
        "name": "settlement",
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
      },
      {
        "name": "signature",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "assignerSignature",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "relayerFee",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "spenderOf",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct IEscrow.Spender",
        "components": [
          {
            "name": "maxPerJob",
            "type": "uint96",
            "internalType": "uint96"
          },
          {
            "name": "maxPerDay",
            "type": "uint96",
            "internalType": "uint96"
          },
          {
            "name": "expires",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "spent",
            "type": "uint96",
            "internalType": "uint96"
          },
          {
            "name": "day",
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
    "name": "strike",
    "inputs": [
      {
        "name": "slot",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "one",
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
      },
      {
        "name": "oneSignature",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "other",
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
      },
      {
        "name": "otherSignature",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "voidUnanswered",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "lease",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "withdraw",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "withdrawalDelay",
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
    "type": "event",
    "name": "AccountCreated",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "owner",
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
        "name": "salt",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Answered",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "lease",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "shortfallUnits",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Claimed",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "worker",
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
    "name": "Closed",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "account",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "refundUnits",
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
    "name": "Contested",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "lease",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "worker",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "due",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DefaultBurned",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "slot",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
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
    "name": "DefaultClaimed",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "slot",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "lease",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "worker",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "units",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "payableAt",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DefaultPaid",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "slot",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "worker",
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
    "name": "Deposited",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
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
    "name": "EIP712DomainChanged",
    "inputs": [],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "FeePaid",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "relayer",
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
    "name": "Opened",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "account",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "spender",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "intent",
        "type": "tuple",
        "indexed": false,
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
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RootRecorded",
    "inputs": [
      {
        "name": "rootMessage",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Settled",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "payoutRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "payoutDepth",
        "type": "uint8",
        "indexed": false,
        "internalType": "uint8"
      },
      {
        "name": "total",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "auditSecret",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "SpenderSet",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "spender",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "maxPerJob",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "maxPerDay",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "expires",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Struck",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "lease",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "worker",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Voided",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "defaultFrom",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "WithdrawalRequested",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
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
        "name": "account",
        "type": "bytes32",
        "indexed": true,
        "internalType": "bytes32"
      },
      {
        "name": "to",
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
    "name": "AccountExists",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "AlreadyClaimed",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
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
    "name": "BadDeadline",
    "inputs": [
      {
        "name": "settleBy",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "latest",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "BadProof",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
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
    "name": "CapPerDayExceeded",
    "inputs": [
      {
        "name": "lock",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "left",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "CapPerJobExceeded",
    "inputs": [
      {
        "name": "lock",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "cap",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ContestExists",
    "inputs": [
      {
        "name": "lease",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "ContestsPending",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "contests",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ECDSAInvalidSignature",
    "inputs": []
  },
  {
    "type": "error",
    "name": "ECDSAInvalidSignatureLength",
    "inputs": [
      {
        "name": "length",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ECDSAInvalidSignatureS",
    "inputs": [
      {
        "name": "s",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "FeeTooHigh",
    "inputs": [
      {
        "name": "asked",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "left",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "GrantExpired",
    "inputs": [
      {
        "name": "validUntil",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "GrantMismatch",
    "inputs": []
  },
  {
    "type": "error",
    "name": "GrantTooSmall",
    "inputs": [
      {
        "name": "lock",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "GrantUsed",
    "inputs": [
      {
        "name": "nonce",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "IntentExpired",
    "inputs": [
      {
        "name": "openBy",
        "type": "uint256",
        "internalType": "uint256"
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
    "name": "JobExists",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NoAccount",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NoContest",
    "inputs": [
      {
        "name": "lease",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "NoPost",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "slot",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "NoWithdrawal",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
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
    "name": "NotChallenger",
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
    "name": "NotEnoughFunds",
    "inputs": [
      {
        "name": "need",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "have",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotEquivocation",
    "inputs": []
  },
  {
    "type": "error",
    "name": "NotOwner",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
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
    "name": "NotSpender",
    "inputs": [
      {
        "name": "account",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NothingDue",
    "inputs": [
      {
        "name": "lease",
        "type": "bytes32",
        "internalType": "bytes32"
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
    "name": "SlotTaken",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "slot",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SlotsOutOfRange",
    "inputs": [
      {
        "name": "slots",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "spares",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SpenderExpired",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "expires",
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
    "name": "TooLate",
    "inputs": [
      {
        "name": "until",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TotalTooLarge",
    "inputs": [
      {
        "name": "total",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "pot",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TreeTooDeep",
    "inputs": [
      {
        "name": "depth",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongLease",
    "inputs": [
      {
        "name": "lease",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongLine",
    "inputs": [
      {
        "name": "lease",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongReceipt",
    "inputs": [
      {
        "name": "lease",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongRoot",
    "inputs": [
      {
        "name": "lease",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongSecret",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongState",
    "inputs": [
      {
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "state",
        "type": "uint8",
        "internalType": "enum IEscrow.State"
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
export const escrowBytecode = '0x6101e080604052346102355760808161505180380380916100208285610239565b83398101031261023557604051608081016001600160401b038111828210176102215764ffffffffff928391604052816100598261025c565b808552816100696020850161025c565b93846020880152606061008f816100826040850161025c565b938460408c01520161025c565b97019687526040516100a2604082610239565b60098152602081019068119d5e9e989d5c9cdd60ba1b8252604051916100c9604084610239565b600183526020830191603160f81b83526100e28161026e565b610120526100ef8461026e565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015860c082610239565b5190206080523060c05216610160521661018052166101a05251166101c052604051614d7790816102da823960805181614a94015260a05181614b4b015260c05181614a5e015260e05181614ae301526101005181614b09015261012051816113cb015261014051816113f4015261016051818181610c9d0152611d6a0152610180518181816115dc01528181611f430152818161231401528181612d66015261388701526101a0518181816107c8015261344101526101c051818181610345015261260f0152f35b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b0382119082101761022157604052565b519064ffffffffff8216820361023557565b601f81511161029957602081519101516020821061028a571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081630a3cb663146125f4575080630b61a887146124fd578063165ce860146124675780631b258d50146123385780631c8ec299146122f75780631de26e16146122d85780631e07c16d146122095780632161a5c4146120f957806333b6d8711461201e57806339c79e0c14611dad5780633cd26d1114611c885780634773285a14611c505780634cb0ef03146118da57806356b35831146118625780635c5f60d414611782578063674c3a1a146115515780637807c353146114ab57806384b0196e146113b357806385f5276f1461136d57806388a78d121461128d57806393be5c16146111b0578063a3b7aa1314610e9d578063a4ad7c7f14610d0a578063a5f58c8414610cc1578063a7ab696114610c7f578063affe000e146108f0578063b2d5512a14610858578063b482e8701461083b578063bc23adb71461080a578063c44cabd0146107ec578063c8f0582f146107aa578063ca004d0314610792578063cfe8459d146106cf578063d3ea7b73146103f5578063ec13cc7b146102e2578063f14ddffc146101da5763f698da25146101b5575f80fd5b346101d757806003193601126101d75760206101cf614a5b565b604051908152f35b80fd5b50346101d75760403660031901126101d7576101f461265f565b60243590803b156102c75760405190602082019033825260018060a01b0316918260408201528360608201526060815261022f6080826127bd565b519020918284526002602052604084209360018060a01b038554166102b357506001602094818060a01b0333166001600160601b0360a01b82541617815501826001600160601b0360a01b825416179055604051908152827ea1306a18181a503e41d0ffc0de3a43e52ac8bfb151bc35436001f7f0ec835a853393a4604051908152f35b630da0fc6d60e21b81526004849052602490fd5b63f0ae59ab60e01b83526001600160a01b0316600452602482fd5b50346101d75760203660031901126101d757600435908181526005602052604081209161030f8354613044565b50600283015460f81c60068110156103e1576002810361039557506103338361386d565b42101561037a5761037791925b6103717f000000000000000000000000000000000000000000000000000000000000000064ffffffffff4216612875565b91613339565b80f35b5061038660249261386d565b63348f2b4160e11b8252600452fd5b92600184146103ba5750632b3263b360e01b82526004526044916103b890612713565bfd5b92506103c583613427565b42116103d5576103779192610340565b50610386602492613427565b634e487b7160e01b83526021600452602483fd5b50346101d7576101a03660031901126101d75760a03660231901126101d75760c4356001600160401b0381116106cb57610433903690600401612689565b60a03660e31901126106c757610184356001600160401b0381116106c35761045f903690600401612689565b602435939160e43585148015906106b4575b801561069d575b61068e57604435938587526005602052604087209386885260086020526040882086895260205260408820948789526009602052604089206004358a52602052604089206001810196875460f81c600581101561067a5760011480610670575b156105ec5750600264ffffffffff910154168042116105da575060076001600160581b0360018060a01b0388541697600360f81b60018060f81b038254161781555460a01c169101906001600160581b03825460581c1603906001600160581b0382116105c65780546affffffffffffffffffffff60581b191660589290921b6affffffffffffffffffffff60581b16919091179055610595939291610587915b610581614977565b87613550565b61058f6149e7565b84613550565b6001600160a01b0316917fab1487480d6619d6acd39310d4ea6eb980da202f7234b122bd5213ef7da86c2a8480a480f35b634e487b7160e01b8a52601160045260248afd5b63348f2b4160e11b8a52600452602489fd5b9180975060029150015460f81c600681101561065c5760021480610646575b1561063357916105879161062e61059596959460018060a01b038154169861492b565b610579565b62e357e360e31b89526004879052602489fd5b506001600160581b03815460a01c16151561060b565b634e487b7160e01b8a52602160045260248afd5b50888254146104d8565b634e487b7160e01b8c52602160045260248cfd5b630b69ebb360e01b8652600486fd5b506106a6614977565b6106ae6149e7565b14610478565b50610104356044351415610471565b8380fd5b8280fd5b5080fd5b50346101d75760403660031901126101d75760406106eb612649565b916106f461280b565b5060043581526003602052209060018060a01b03165f5260205260a060405f2064ffffffffff604051916107278361276b565b6001600160601b0381549383828616958683528360016020850196828460601c16885284604087019460c01c1684520154958360806060870196848a168852019760601c16875260405198895251166020880152511660408601525116606084015251166080820152f35b50346101d7576103776107a4366126b6565b90612d18565b50346101d757806003193601126101d757602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d757806003193601126101d757602060405162278d008152f35b50346101d75760203660031901126101d75764ffffffffff60406020926004358152600a8452205416604051908152f35b50346101d75760203660031901126101d757610377600435612ca4565b50346101d7576101403660031901126101d7576004356001600160401b0381116106cb5760e060031982360301126106cb5760c03660431901126106cb5761012435906001600160401b0382116106c757366023830112156106c7578160040135906001600160401b0382116106c3573660248360061b850101116106c357602461037793019061010435906024359060040161296e565b50346101d75760203660031901126101d7578061028060405161091281612786565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e0820152826102008201528261022082015282610240820152826102608201520152600435815260056020526040812090604051916109b183612786565b8054835260018101546020840152600281015460018060a01b038116604085015264ffffffffff8160a01c16606085015262ffffff8160c81c16608085015262ffffff8160e01c1660a085015260f81c60068110156103e15764ffffffffff9160079160c08601526001600160501b0360038201546001600160581b03811660e0880152818160581c1661010088015260a81c166101208601526001600160501b03600482015460018060a01b03811661014088015260a01c16610160860152600581015461018086015260068101546001600160581b0381166101a08701526001600160581b038160581c166101c0870152838160b01c166101e087015260ff8160d81c1661020087015260e01c61022086015201546001600160581b0381166102408501526001600160581b038160581c1661026085015260b01c1661028083015260405190825182526020830151602083015260018060a01b03604084015116604083015264ffffffffff606084015116606083015262ffffff608084015116608083015262ffffff60a08401511660a083015260c0830151906006821015610c6b57506102806102a09364ffffffffff9260c08501526001600160581b0360e08201511660e08501526001600160501b03610100820151166101008501526001600160501b036101208201511661012085015260018060a01b03610140820151166101408501526001600160501b03610160820151166101608501526101808101516101808501526001600160581b036101a0820151166101a08501526001600160581b036101c0820151166101c0850152826101e0820151166101e085015260ff6102008201511661020085015263ffffffff610220820151166102208501526001600160581b03610240820151166102408501526001600160581b0361026082015116610260850152015116610280820152f35b634e487b7160e01b81526021600452602490fd5b50346101d757806003193601126101d757602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d75760403660031901126101d75760209060ff906040906001600160a01b03610cec61265f565b16815260078452818120602435825284522054166040519015158152f35b50346101d757610d1936612633565b9190610d2361300f565b80825260096020526040822083835260205260408220926001840193845460f81c6005811015610e8957600103610e7257600264ffffffffff9101541680421115610e42575082936001600160581b0391610e2f9450600160fa1b60018060f81b0383541617825583865260056020526040862054865260026020526040862091610de084825460a01c16610dc06002860191825460801c6127de565b81546001600160801b031660809190911b6001600160801b031916179055565b549060018060a01b03821693849260a01c16947f74846e868477edbf27b7519189d17f3394cfa2c387b6bb757ddc4750370564276020604051888152a4600101546001600160a01b0316613098565b805f516020614d575f395f51905f525d80f35b8381600160249301809111610e6057630a8d68c960e21b8252600452fd5b50634e487b7160e01b81526011600452fd5b506044929163ddd7009b60e01b8352600452602452fd5b634e487b7160e01b85526021600452602485fd5b50346101d75736600319016102a081126106cb57610180136101d757610184356001600160401b0381116106cb57610ed9903690600401612689565b909160c0366101a31901126101d757610264356001600160401b0381116106cb57610f08903690600401612689565b9390610f1261300f565b610f1a613f37565b938484526005602052600260408520015460f81c6006811015610e895761119c576101a43590600435821480159061116c575b61115d576001600160401b03610f61612923565b16421161113a57610f706145ad565b6001600160801b03610f806128a7565b161061110b576001600160a01b03610f966128f8565b16855260076020526040852093610244359485875260205260ff6040872054166110f75790610fcd9187610fc86128e2565b613550565b610fd56128f8565b9060405160208101917f097c65dd968c32db1e4d0d6aa6d2dc6f1bdbc8065fe43e6a7f6ce2f24366d07b835260408201526101c43560018060a01b0381168091036110f35760608201526101e4356001600160a01b038116908190036110f3576080820152610204356001600160801b0381168091036110f35760a0820152610224356001600160401b0381168091036110f3579181611098959360c060209b969401528660e082015260e0815261108f610100826127bd565b51902090613f87565b6001600160a01b036110a86128f8565b1682526007845260408220908252835260408120600160ff198254161790556110dc610284356110d66128f8565b84613fa7565b5f516020614d575f395f51905f525d604051908152f35b8680fd5b637032d5a560e11b86526004859052602486fd5b6044856001600160801b0361111e6145ad565b6111266128a7565b906313e0cb9160e11b845260045216602452fd5b6024856001600160401b0361114d612923565b63cb97e34360e01b835216600452fd5b63b2ddde6560e01b8552600485fd5b506101e4356001600160a01b038116908181036110f357506001600160a01b036111946128e2565b161415610f4d565b639e2b4bfd60e01b84526004859052602484fd5b50346112765760c0366003190112611276576004359060243560643560ff8116809103611276576111df61300f565b5f848152600260205260409020600101546001600160a01b031690811561127a57813b15611276575f9160e48392604051948593849263d505accf60e01b84523360048501523060248501528860448501526044356064850152608484015260843560a484015260a43560c48401525af1611260575b50610e2f9192613119565b610e2f92505f61126f916127bd565b5f91611255565b5f80fd5b846375c000b160e01b5f5260045260245ffd5b346112765736600319016101e08112611276576101801361127657610184356001600160a01b0381168103611276576101a4356001600160401b038111611276576112dc903690600401612689565b6112e792919261300f565b6112ef613f37565b92835f526005602052600260405f20015460f81c600681101561135957611346579161132361132e92859460209684613f87565b6101c4359083613fa7565b5f5f516020614d575f395f51905f525d604051908152f35b83639e2b4bfd60e01b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b346112765760206113a961138036612633565b9060019182915f52600660205260405f208160081c5f5260205260ff60405f205491161c161490565b6040519015158152f35b34611276575f3660031901126112765761144f6113ef7f0000000000000000000000000000000000000000000000000000000000000000614ba5565b6114187f0000000000000000000000000000000000000000000000000000000000000000614ba5565b602061145d6040519261142b83856127bd565b5f84525f368137604051958695600f60f81b875260e08588015260e08701906126ef565b9085820360408701526126ef565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061149457505050500390f35b835185528695509381019392810192600101611485565b34611276576020366003190112611276576004356001600160401b03811161127657366023820112156112765780600401356001600160401b038111611276573660248260051b840101116112765761150261300f565b3682900361010219015f5b8281101561153f5760248160051b8501013590828212156112765761153860246001938701016136c2565b500161150d565b5f5f516020614d575f395f51905f525d005b346112765761155f366126b6565b815f52600560205260405f2091600283015460f81c60068110156113595760028103611767575061158f8361386d565b42101561174c576115a18284836138df565b9092825f52600860205260405f20845f5260205264ffffffffff600160405f20015416611739576115d660406006920161290f565b946116087f000000000000000000000000000000000000000000000000000000000000000064ffffffffff4216612875565b9564ffffffffff6001816040519361161f85612750565b828060a01b0316998a85526116ac6001600160581b0380602088019a16998a81528460408901941684528b5f52600860205260405f208d5f5260205260405f2097868060a01b0390878060a01b03905116166001600160601b0360a01b895416178855511686908154906001600160581b0360a01b9060a01b16906001600160581b0360a01b1916179055565b51169201911664ffffffffff1982541617905501906001825460e01c019063ffffffff82116117255782546001600160e01b031660e09290921b6001600160e01b031916919091179091557fd067f551aa7ed70116c20472e8fb0f1c3363b1512864e0947ca3d6844f97ff9f90602090604051908152a4005b634e487b7160e01b5f52601160045260245ffd5b83632379a4c360e01b5f5260045260245ffd5b6117558361386d565b63348f2b4160e11b5f5260045260245ffd5b61177d91632b3263b360e01b5f52600452612713565b60445ffd5b346112765761179036612633565b815f52600560205260405f209060018060a01b0360028301541633141580611843575b61183057825f52600960205260405f20815f5260205260405f2091600183015460f81c6005811015611359576001036118195764ffffffffff600284015416938442116118065761180494506137ff565b005b8463348f2b4160e11b5f5260045260245ffd5b508263ddd7009b60e01b5f5260045260245260445ffd5b6330268a2560e21b5f523360045260245ffd5b5081545f52600260205260018060a01b0360405f2054163314156117b3565b34611276576020366003190112611276576004356001600160401b03811161127657806004019060e060031982360301126112765761189f61300f565b6118a8826136c2565b156118bf575f5f516020614d575f395f51905f525d005b60a4916326a0d32960e01b5f5235600452013560245260445ffd5b3461127657366003190161010081126112765760a0136112765760a4356001600160401b03811161127657611913903690600401612689565b9060c4356001600160401b03811161127657611933903690600401612689565b61193b61300f565b60043593845f52600560205260405f209360028501908154918260f81c60068110156113595760018103611c38575061197387613427565b4211611c2f576084356040516020810190828252602081526119966040826127bd565b519020600189015403611c1c576119ab612891565b936001600160801b0360038a01956001600160581b038754169182911611611bf65750602060ff6119da6128d2565b1611611bd9576040519160208301937f0e5623df6e94155764d2ed2ec45c4da45a32ef308f2a473693ba3aa3db3076ef85528b60408501526024359283606086015260443560ff8116809103611276576080860152606435996001600160801b038b16809b0361127657611aa86001600160501b039b9a8f997f0fb147bb8ada197931c73b0f8f2b8c94c196421ed317b87c11eeed209b2f45be99898f9e60a060809c01528860c082015260c08152611a9460e0826127bd565b5190209485906001600160a01b0316613550565b60048d019b60018060a01b038d54169283611bc7575b505082546001600160f81b0316600160f91b17909255505060058a01829055611b61611ae86128d2565b60068c01805460ff60d81b191660d89290921b60ff60d81b169190911781556001600160581b0380611b18612891565b835464ffffffffff60b01b199290911692909216167affffffffff0000000000000000000000ffffffffffffffffffffff19909116174260b01b64ffffffffff60b01b16179055565b6001600160801b03611b716128d2565b60ff611b7b612891565b916040519586521660208501521660408301526060820152a25460a81c16915460a01c169003916001600160501b038311611725576001600160501b0361153f93169160e435916135d7565b611bd093613550565b8c808080611abe565b60ff611be36128d2565b63147d2aa560e21b5f521660045260245ffd5b6001600160801b03611c06612891565b6310205b4360e31b5f521660045260245260445ffd5b8863074b705b60e01b5f5260045260245ffd5b61175587613427565b632b3263b360e01b5f52600489905261177d90612713565b34611276576020366003190112611276576001600160a01b03611c7161265f565b165f526004602052602060405f2054604051908152f35b34611276576040366003190112611276576004356024356001600160601b0381169081810361127657611cba83613044565b906001600160801b03600283015416808411611d97575081546001600160a01b031660a09190911b6001600160a01b0319161781557f37a5dc96283c260ba952c99b4383003a337bb17cafd9416409ae55b9ca7fd60e9160409164ffffffffff9082611d6057611d4e60015f925b01805464ffffffffff60a01b191660a09390931b64ffffffffff60a01b16929092178255565b5460a01c1682519182526020820152a2005b611d4e6001611d917f0000000000000000000000000000000000000000000000000000000000000000854216612875565b92611d28565b836311920a6d60e31b5f5260045260245260445ffd5b3461127657602036600319011261127657600435805f52600560205260405f2090611dd882826133e4565b5f6002830190815460f81c60068110156113595760028103611f2b575050611e00838361346a565b80546001600160f81b0316600360f81b179055600782015460068301546001600160581b03918216937fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a92604092611e5a918791166127fe565b905b80545f526002602052611f1c866001600160801b03611ebb865f2095611eb6611e9f60038801546001600160581b036001600160501b038260a81c1691166127fe565b6001600160501b03600489015460a01c1690612848565b612848565b169360028101611ef2611ed287835460801c6127de565b82546001600160801b031660809190911b6001600160801b031916178255565b6001600160801b03611f078782845416612855565b166001600160801b03198254161790556134ed565b549482519182526020820152a3005b9093919060048103611ff357506007820180549091907f00000000000000000000000000000000000000000000000000000000000000009060b01c64ffffffffff166501fffffffffe611f829260011b16906127fe565b80421115611fd6575080546001600160f81b0316600560f81b179055547fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a9160409160581c6001600160581b031690611e5c565b6001810180911161172557630a8d68c960e21b5f5260045260245ffd5b9050826001820361200757611fd683613427565b632b3263b360e01b5f5260045261177d9150612713565b346112765761202c36612633565b9061203561280b565b505f52600960205260405f20905f5260205260405f206040516120578161276b565b8154815260018201546001600160a01b0381166020830190815260a082901c6001600160581b0316604084019081529093606084019260f81c9190600583101561135957600264ffffffffff916001600160581b0394865201541694608085019586526040519451855260018060a01b039051166020850152511660408301525160058110156113595760a09264ffffffffff91606084015251166080820152f35b346112765760a036600319011261127657600435612115612649565b90604435916001600160601b03831680930361127657606435906001600160601b03821693848303611276576084359164ffffffffff8316908184036112765761215e86613044565b506001600160a01b03169586156121fa575f8681526003602090815260408083208a845282529182902080546001600160e81b03191660c09790971b64ffffffffff60c01b1696909617606097881b6bffffffffffffffffffffffff60601b16178517909555805193845293830152918101919091527fa82d11fb9fe59d9bf623b26ed08cc1bd0c2b248c8ad067178158b6db2f21c4979190a3005b63d92e233d60e01b5f5260045ffd5b346112765761221736612633565b90805f52600560205260405f2091600283015460f81c600681101561135957600281036122c05750815f52600860205260405f20815f5260205260405f20906001600160581b03825460a01c16156122af5750600164ffffffffff91015416918242111561229257611804925064ffffffffff421691613339565b6001830180841161172557630a8d68c960e21b5f5260045260245ffd5b62e357e360e31b5f5260045260245ffd5b632b3263b360e01b5f52600483905261177d90612713565b346112765761153f6122e936612633565b906122f261300f565b613119565b34611276575f36600319011261127657602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461127657604036600319011261127657600435612354612649565b9061235d61300f565b61236681613044565b916001600160a01b03811680156121fa57600184019081549364ffffffffff8560a01c16958615612454578642106124415761153f96506001600160801b036123e38254978860a01c600285019484865416918281105f14612437579a8b935b64ffffffffff60a01b19168a556001600160a01b031690556127de565b166001600160801b03198254161790557f04eda370f8b8612fa7266d7ebbd41af9d694e19793fe9d9ff31b3ddbd99b08e160206001600160801b03604051971696878152a3546001600160a01b0316613098565b50819a8b936123c6565b86630a8d68c960e21b5f5260045260245ffd5b50631bb31f4f60e01b5f5260045260245ffd5b346112765761247536612633565b905f6040805161248481612750565b82815282602082015201525f52600860205260405f20905f52602052606060405f2064ffffffffff6040516124b881612750565b6001600160581b0383546040846001808060a01b0384169788875285602088019560a01c16855201541693019283526040519485525116602084015251166040820152f35b34611276576020366003190112611276575f60a060405161251d81612721565b82815282602082015282604082015282606082015282608082015201526004355f52600260205260c060405f206001600160801b0360405161255e81612721565b8183549164ffffffffff60018060a01b03841695868352602083019460a01c85526001810154906001600160601b036002604086019260018060a01b038516845285606088019560a01c16855201549660a06080870196888a168852019760801c8852604051998a525116602089015260018060a01b0390511660408801525116606086015251166080840152511660a0820152f35b34611276575f3660031901126112765760209064ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b6040906003190112611276576004359060243590565b602435906001600160a01b038216820361127657565b600435906001600160a01b038216820361127657565b35906001600160a01b038216820361127657565b9181601f84011215611276578235916001600160401b038311611276576020838186019501011161127657565b9060406003198301126112765760043591602435906001600160401b038211611276576102809082900360031901126112765760040190565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600681101561135957602452565b60c081019081106001600160401b0382111761273c57604052565b634e487b7160e01b5f52604160045260245ffd5b606081019081106001600160401b0382111761273c57604052565b60a081019081106001600160401b0382111761273c57604052565b6102a081019081106001600160401b0382111761273c57604052565b604081019081106001600160401b0382111761273c57604052565b90601f801991011681019081106001600160401b0382111761273c57604052565b906001600160801b03809116911603906001600160801b03821161172557565b9190820180921161172557565b604051906128188261276b565b5f6080838281528260208201528260408201528260608201520152565b8181029291811591840414171561172557565b9190820391821161172557565b906001600160801b03809116911601906001600160801b03821161172557565b9064ffffffffff8091169116019064ffffffffff821161172557565b6064356001600160801b03811681036112765790565b610204356001600160801b03811681036112765790565b356001600160801b03811681036112765790565b60443560ff811681036112765790565b6064356001600160a01b03811681036112765790565b6101c4356001600160a01b03811681036112765790565b356001600160a01b03811681036112765790565b610224356001600160401b03811681036112765790565b356001600160401b03811681036112765790565b906001600160581b03809116911601906001600160581b03821161172557565b909392813592835f52600560205260405f2092600284015460f81c60068110156113595760028103612c8c5750845f52600860205260405f20875f5260205260405f20958654906001600160581b038260a01c16948515612c7a57606435928a841490811591612c50575b8115612c2d575b50612c1a576129ef848861463f565b6080604051946129fe866127a2565b606081013586526040810135602087015201359460ff8616958681036112765750612a27614778565b506040519360208501907f8ad7a6fa2679969aa45078562154950d2d7f0a458afcd37eafc6ab2ee52c942882528a604087015260443563ffffffff811680910361127657606087015260808601526084356001600160a01b038116908190036112765760a086015260a435966001600160801b03881696878903611276578760c088015260c435926001600160801b038416808503611276578060e08a015260e4359160ff83168093036112765789612aff93610100612b189c01526101008152612af4610120826127bd565b5190209450896127fe565b60405193612b0c856127a2565b84526020840152614790565b15612c07578211612beb575050612b315f935b8261492b565b60405193827f9c44144a645615d0cf9aee4245765824082dbd3cddb16813383773ec804d604b60206001600160581b03871697888152a3612b986001600160581b0360068301541694612b9360078401966001600160581b03885416906127fe565b6127fe565b6001600160581b0360038301541610612bd4575050612bc26001600160581b03918284541661294e565b166001600160581b0319825416179055565b612be993504264ffffffffff16925090613339565b565b612c006001600160581b0391612b31936127de565b1693612b2b565b8463076e4b8f60e51b5f5260045260245ffd5b89630de7ab4560e41b5f5260045260245ffd5b9050612c3b6020860161290f565b6001600160a01b03908116911614155f6129e0565b90506084356001600160a01b0381169081810361127657506001600160a01b0382161415906129d9565b8962e357e360e31b5f5260045260245ffd5b632b3263b360e01b5f52600486905261177d90612713565b805f52600a60205264ffffffffff60405f205416612d04575f818152600a60205260408120805464ffffffffff19164264ffffffffff161790557f349a34783f22978672d69a7522c3139369708176151a43ad3e07c7a970ed91ed9080a2565b50565b3563ffffffff811681036112765790565b805f52600560205260405f2091612d2f83836133e4565b600283015460f81c600681101561135957600481036122c05750600783019064ffffffffff825460b01c169064ffffffffff612d8c7f00000000000000000000000000000000000000000000000000000000000000008094612875565b168042116117555750612da08186866138df565b909163ffffffff612db360208301612d07565b1696865f52600960205260405f20885f5260205260405f206001810191825460f81c60058110156113595760011480613004575b612ff15750505460f81c600581101561135957612fda5786604064ffffffffff875460b01c1664ffffffffff42168082115f14612fd25750925b01612e2b8161290f565b95612e368185612875565b60405192612e438461276b565b878452602084019860018060a01b031689528a612ef06001600160581b0360408701818b169889825260608901946001865264ffffffffff60808b01981688525f52600960205260405f20905f5260205260405f2097518855600188019c60018060a01b039060018060a01b03905116168d6001600160601b0360a01b905416178d5551168b908154906001600160581b0360a01b9060a01b16906001600160581b0360a01b1916179055565b519860058a1015611359577f0c9ee3bd694f0ad50672b3a6f892ce74d5102a30b45e06b1320b04d656c5ce699a612f7564ffffffffff99612fae978b600260809f612fa899612fa398849281549060ff60f81b9060f81b169060018060f81b03161790555116920191168c198254161790556001600160581b03835460581c1661294e565b81546affffffffffffffffffffff60581b191660589190911b6affffffffffffffffffffff60581b16179055565b61290f565b93612875565b604080519586526001600160a01b03909316602086015291840152166060820152a3565b905092612e21565b868663840071b560e01b5f5260045260245260445ffd5b9550969350505050612be99492506137ff565b508582541415612de7565b5f516020614d575f395f51905f525c6130355760015f516020614d575f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b5f8181526002602052604090208054909291906001600160a01b0316801561308557330361306f5750565b630e25346d60e01b5f526004523360245260445ffd5b506375c000b160e01b5f5260045260245ffd5b916040519163a9059cbb60e01b5f5260018060a01b031660045260245260205f60448180865af19060015f51148216156130f8575b604052156130d85750565b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661311057823b15153d151616906130cd565b503d5f823e3d90fd5b5f81815260026020526040902080546001600160a01b03161561308557821561332a576001600160601b03831161330c5760018101546040516370a0823160e01b81523060048201526001600160a01b0390911690602081602481855afa90811561329e575f916132da575b50604051916323b872dd60e01b5f5233600452306024528560445260205f60648180855af160015f51148116156132bb575b836040525f606052156132a957826024816020936370a0823160e01b82523060048301525afa801561329e575f9061326a575b6131f49250612848565b83810361325457506002016001600160801b0361321681851682845416612855565b166001600160801b03198254161790556040519182527f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60203393a3565b836342beeaa960e11b5f5260045260245260445ffd5b506020823d602011613296575b81613284602093836127bd565b81010312611276576131f491516131ea565b3d9150613277565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b60018115166132d157813b15153d1516166131b7565b833d5f823e3d90fd5b90506020813d602011613304575b816132f5602093836127bd565b8101031261127657515f613185565b3d91506132e8565b82637f16270360e01b5f526004526001600160601b0360245260445ffd5b63c46babb160e01b5f5260045ffd5b600282018054600160fa1b6001600160f81b03909116179055600782018054600690930180547affffffffff0000000000000000000000ffffffffffffffffffffff1990941664ffffffffff60b01b60b087901b161790915570ff0000000000ffffffffffffffffffffff60581b90921690915560405164ffffffffff9092168252907fa1221027ff9863c679aae7b2a3cb2d9fdb1a3a3cd857243aeb3d3cf30cbdad7990602090a2565b600282015460f81c6006811015611359576001036134235761340582613427565b9182421161341257505050565b64ffffffffff612be9931691613339565b5050565b64ffffffffff600261346792015460a01c1664ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906127fe565b90565b9060068101549064ffffffffff8260b01c16156134ce5761348a8161386d565b42106134b3575060e01c908161349e575050565b630e1d381560e01b5f5260045260245260445ffd5b6134bc9061386d565b630a8d68c960e21b5f5260045260245ffd5b60020154632b3263b360e01b5f52600483905261177d9060f81c612713565b81156134235761351160028201610dc06001600160801b038516825460801c6127de565b600101546001600160a01b03165f90815260046020526040902080549091613538916127fe565b9055565b35906001600160801b038216820361127657565b92909161357f61358493613562614a5b565b6042916040519161190160f01b8352600283015260228201522090565b614b71565b5060048110156113595715908115916135c0575b506135a05750565b639a7d38d960e01b5f9081526001600160a01b0391909116600452602490fd5b6001600160a01b038381169116141590505f613598565b90928083116136ac575081156136a75760048301928354936001600160501b0384166001600160501b038660a01c1601946001600160501b03861161172557612be9956001600160501b0360a01b9060a01b16906001600160501b0360a01b1916179055545f52600260205260405f209061366660028301610dc06001600160801b038616825460801c6127de565b604051908382527f0ae7c9bfbc7dfc3426a34852f9a1cdd2f750abec8190abbff0bbe13d8118c30c60203393a36001015433906001600160a01b0316613098565b505050565b826373ab893560e11b5f5260045260245260445ffd5b803590815f52600560205260405f20906136dc828461346a565b6136e6818361463f565b60a0810135613718818560019182915f52600660205260405f208160081c5f5260205260ff60405f205491161c161490565b6137f757836137ec916137f2955f52600660205260405f208160081c5f52602052600160ff60405f2092161b81541790556001600160581b03604060208501940135169361377a60068201612f75876001600160581b03835460581c1661294e565b545f52600260205260405f209061379c60028301610dc087825460801c6127de565b6001600160a01b036137ad8561290f565b16907f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f6020604051888152a3600101546001600160a01b03169161290f565b90613098565b600190565b505050505f90565b91926001600160581b037feae6e1c06eb1428052dbb51f187231c434369c38b1558979ffcf135e9106607d9260016020930190600160f91b60018060f81b03835416178255545f526002835261385f60405f2083835460a01c16906134ed565b5460a01c16604051908152a3565b64ffffffffff600661346792015460b01c1664ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906127fe565b903590601e198136030182121561127657018035906001600160401b0382116112765760200191813603831361127657565b9092916040519060208201917ff98e734c5b3a7eae9f6be817ec148123d37ed3989a421e1c8b058df8d9420bbb8352813595866040830152602083019663ffffffff61392a89613e16565b16606084015260408401916001600160a01b0361394684612675565b1660808501526060850135968760a0860152608086019763ffffffff61396b8a613e16565b1660c087015260a08701976001600160801b036139878a61353c565b1660e088015260c08801966001600160401b036139a389613e27565b1661010082015261010081526139bb610120826127bd565b5190209a82851490811591613de1575b508015613db6575b8015613da0575b613d8d5761012087013591821490811591613d7d575b8115613d6d575b508015613d47575b613d3457613add613ac79460018060a01b0360028501541693613a308d613a2960e08c018c6138ad565b9188613550565b600401546001600160a01b03169283613d16575b60405160208101917f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838835260408201526101408a013560608201526101608a013560808201526101808a013560a082015263ffffffff613aa76101a08c01613e16565b1660c082015260c08152613abc60e0826127bd565b51902095869161290f565b613ad56101c08a018a6138ad565b929091613550565b835f52600a60205264ffffffffff60405f20541693610260870190613b0282896138ad565b9050613bc9575b50505050508015918215613bac575b5050613b9957613b51613b579163ffffffff613b4a6101a06001600160801b03613b4284986128be565b169301612d07565b1690612835565b92612d07565b168015613b85576001600160581b03910416908115613b7257565b8263476c41b160e01b5f5260045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b84634a37e78b60e01b5f5260045260245ffd5b6001600160401b03919250613bc09061293a565b16105f80613b18565b9091929394506101e087013594851490811591613d06575b8115613cf6575b50613ce357613c85613c8e91613c7f613c786040519760208901907f5408912d0bed761c80bdbcf5ca562b8ed6f5512253b39138ea3e17667e7b2d96825260408a01526102008b013560608a01526102208b013560808a01526102408b01986001600160401b03613c588b613e27565b1660a082015260a08152613c6d60c0826127bd565b519020613562614a5b565b91896138ad565b91614b71565b90929192614cf6565b6001600160a01b031682811415919082613cd8575b5050613cc65750613cbb6001600160401b039161293a565b165f80808080613b09565b639a7d38d960e01b5f5260045260245ffd5b141590505f80613ca3565b89634a37e78b60e01b5f5260045260245ffd5b905061022087013514155f613be8565b6102008801358c14159150613be1565b613d2f8d613d286101008c018c6138ad565b9187613550565b613a44565b89634d620c0b60e11b5f5260045260245ffd5b50613d556101a08701612d07565b63ffffffff80613d648b612d07565b169116116139ff565b905061016087013514155f6139f7565b6101408801358c141591506139f0565b8a633955749160e21b5f5260045260245ffd5b5063ffffffff613daf8a612d07565b16156139da565b50613dc0886128be565b6001600160801b036001600160501b03600386015460581c169116116139d3565b613deb9150612d07565b63ffffffff613e0c600286015462ffffff808260e01c169160c81c166127fe565b911610155f6139cb565b359063ffffffff8216820361127657565b35906001600160401b038216820361127657565b6001600160401b03613f31610160809380358652602081013560208701526040810135604087015260018060a01b03613e7660608301612675565b1660608701526001600160a01b03613e9060808301612675565b16608087015263ffffffff613ea760a08301613e16565b1660a087015263ffffffff613ebe60c08301613e16565b1660c08701526001600160801b03613ed860e0830161353c565b1660e08701526001600160801b03613ef3610100830161353c565b166101008701526001600160801b03613f0f610120830161353c565b1661012087015283613f246101408301613e27565b1661014087015201613e27565b16910152565b60405160208101907f93001abb46c3120423ee8d948acdf7a45b9a7fbe4f7ce66c90fcfab296c957bd8252613f70604082016004613e3b565b6101a08152613f816101c0826127bd565b51902090565b929091613f99613f9f93613562614a5b565b84614be3565b156135a05750565b9091610144356001600160401b038116908181036112765781421161459a57505062278d004201928342116117255761016435906001600160401b0382169485831415958661127657428110801561458e575b61457257505060a4359463ffffffff8616958681141596876112765780158015614563575b8015614545575b614515575061409561408261406f61405d63ffffffff61404660a4612d07565b1663ffffffff61405660c4612d07565b16906127fe565b6001600160801b03613b4a60e46128be565b6001600160801b036140566101046128be565b6001600160801b036140566101246128be565b96610124356001600160801b03811691828203611276576140b6838b612848565b9460e435946001600160801b03861692838714159384611276576001600160501b0381116144f857505f956001600160501b0381116144f857506001600160581b0388116144da576004359c8d5f52600360205260405f2060018060a01b038b165f5260205260405f2080549064ffffffffff8260c01c1680156144b95780421161449557506001600160601b03821680841161447f5750600162015180420491019182549064ffffffffff831664ffffffffff8360601c16145f14614470576001600160601b03808084165b169160601c1681808211156144685761419b91612848565b8086116144525750906001600160601b036141b8868295946127fe565b169164ffffffffff60601b9060601b169064ffffffffff60601b1916178355166001600160601b03198254161790558d5f526002602052600260405f2001908154906001600160801b0382169081811161443d576142326001600160801b03939261422985614252941680926127de565b9360801c612855565b84546001600160801b031660809190911b6001600160801b031916178455565b82546001600160801b03191691161790555f8c81526005602052604090208d8155604435600182015599606435936001600160a01b03851685036112765760028c0180546001600160a01b0319166001600160a01b0390961695909517855561127657835464ffffffffff60a01b191660a09190911b64ffffffffff60a01b1617835561127657815460c43563ffffffff81168103611276576001600160c81b0390911660c89290921b62ffffff60c81b169190911760e09190911b62ffffff60e01b1617600160f81b1790556003870180546affffffffffffffffffffff19166001600160581b039690961695909517855561127657835491611276577fff0000000000000000000000000000000000000000ffffffffffffffffffffff90911660589290921b69ffffffffffffffffffff60581b169190911760a89190911b69ffffffffffffffffffff60a81b161781556001600160a01b036084359081169690929087840361127657612be997697fffffffffffffffffff9481614420575b5050867f717b772f376849434aedf1061b7fc3813977a3306b30680e0e6df57b9b2bc4916101806040519461440a866004613e3b565b6001600160a01b031694a45460a91c16926135d7565b506004860180546001600160a01b03191690911790555f806143d4565b6311920a6d60e31b5f5260045260245260445ffd5b856349ad24a960e01b5f5260045260245260445ffd5b50505f61419b565b6001600160601b03805f614183565b83632889cf4360e01b5f5260045260245260445ffd5b6310b4ea8b60e11b5f9081526001600160a01b038e16600452602491909152604490fd5b50508a8f638296929160e01b5f5260045260018060a01b031660245260445ffd5b87637f16270360e01b5f526004526001600160581b0360245260445ffd5b637f16270360e01b5f526004526001600160501b0360245260445ffd5b9087611276575060c4359063ffffffff821691828103611276575063afeadbdf60e01b5f5260045260245260445ffd5b5060c43563ffffffff81168082036112765762ffffff915011614026565b505f975062ffffff811161401f565b83876112765750631668586160e11b5f5260045260245260445ffd5b505f9650818111613ffa565b50631f4dca1560e21b5f5260045260245ffd5b60a43563ffffffff811690818103611276575060c4359063ffffffff821690818303611276576145dd92506127fe565b60e435906001600160801b03821690818303611276576145fd9250612835565b61010435906001600160801b038216908183036112765761461e92506127fe565b61012435906001600160801b038216908183036112765761346792506127fe565b9080359161464b614778565b5060405190602082017f403a3cc7c6e28b853c23c6552d516def56ba34f9513cb9d7ab22de9f0ebeed2d815284604084015260018060a01b0361469060208601612675565b166060840152604084013592836080820152606085013560a0820152608085013560ff811681036112765760ff1660c082015260c081526146d260e0826127bd565b51902091604051926146e3846127a2565b835260208301526006600582015491015460405191614701836127a2565b82526001600160581b038116602083015260c0840135601e1985360301811215611276578401928335936001600160401b03851161127657602001928460061b360384136112765760ff60a061475e9701359360d81c1690614790565b156147665750565b63076e4b8f60e51b5f5260045260245ffd5b60405190614785826127a2565b5f6020838281520152565b9192949094858214801590614920575b6149165793909460208451940151945f9260208501975b8385106147d7575050505050511491826147d057505090565b5114919050565b909192939681881015614902578760061b8301968951828181119182156148eb575b50506148dd576001916020614876928480898e1c16145f1461488157604051828101917fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d85383528c356040830152838d0135606083015260808201528360a082015260a0815261486960c0826127bd565b5190205b990135906127fe565b9701939291906147b7565b604051828101917fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d853835260408201528360608201528b356080820152828c013560a082015260a081526148d560c0826127bd565b51902061486d565b505050505050505050505f90565b6148f59250612848565b602089013511825f6147f9565b634e487b7160e01b5f52603260045260245ffd5b5050505050505f90565b5080861c15156147a0565b81546affffffffffffffffffffff60a01b1916909155600601805460e01c5f190163ffffffff81116117255781546001600160e01b031660e09190911b6001600160e01b031916179055565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260243560408201526044356060820152606435608082015260843560a082015260a43563ffffffff81168091036112765760c082015260c08152613f8160e0826127bd565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260e43560408201526101043560608201526101243560808201526101443560a08201526101643563ffffffff81168091036112765760c082015260c08152613f8160e0826127bd565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480614b48575b15614ab6577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152613f8160c0826127bd565b507f00000000000000000000000000000000000000000000000000000000000000004614614a8d565b9060418303614b9b57614b949250602081013591604082359201355f1a90614c74565b9192909190565b50505f9160029190565b60ff811690601f8211614bd45760405191614bc16040846127bd565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b929190833b614c205790614bf79291614b71565b50600481101561135957159182614c0d57505090565b6001600160a01b03918216911614919050565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411614ceb579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa1561329e575f516001600160a01b03811615614ce157905f905f90565b505f906001905f90565b5050505f9160039190565b60048110156113595780614d08575050565b60018103614d1f5763f645eedf60e01b5f5260045ffd5b60028103614d3a575063fce698f760e01b5f5260045260245ffd5b600314614d445750565b6335e2f38360e21b5f5260045260245ffdfe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00'
