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
export const escrowBytecode = '0x6101e080604052346102355760808161516680380380916100208285610239565b83398101031261023557604051608081016001600160401b038111828210176102215764ffffffffff928391604052816100598261025c565b808552816100696020850161025c565b93846020880152606061008f816100826040850161025c565b938460408c01520161025c565b97019687526040516100a2604082610239565b60098152602081019068119d5e9e989d5c9cdd60ba1b8252604051916100c9604084610239565b600183526020830191603160f81b83526100e28161026e565b610120526100ef8461026e565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015860c082610239565b5190206080523060c05216610160521661018052166101a05251166101c052604051614e8c90816102da823960805181614ba9015260a05181614c60015260c05181614b73015260e05181614bf801526101005181614c1e015261012051816113cb015261014051816113f4015261016051818181610c9d0152611e510152610180518181816116aa0152818161202a015281816123fb01528181612e8301526139b001526101a0518181816107c8015261359201526101c05181818161034501526126f60152f35b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b0382119082101761022157604052565b519064ffffffffff8216820361023557565b601f81511161029957602081519101516020821061028a571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081630a3cb663146126db575080630b61a887146125e4578063165ce8601461254e5780631b258d501461241f5780631c8ec299146123de5780631de26e16146123bf5780631e07c16d146122f05780632161a5c4146121e057806333b6d8711461210557806339c79e0c14611e945780633cd26d1114611d6f5780634773285a14611d375780634cb0ef03146119be57806356b35831146119305780635c5f60d414611850578063674c3a1a1461161f5780637807c353146114ab57806384b0196e146113b357806385f5276f1461136d57806388a78d121461128d57806393be5c16146111b0578063a3b7aa1314610e9d578063a4ad7c7f14610d0a578063a5f58c8414610cc1578063a7ab696114610c7f578063affe000e146108f0578063b2d5512a14610858578063b482e8701461083b578063bc23adb71461080a578063c44cabd0146107ec578063c8f0582f146107aa578063ca004d0314610792578063cfe8459d146106cf578063d3ea7b73146103f5578063ec13cc7b146102e2578063f14ddffc146101da5763f698da25146101b5575f80fd5b346101d757806003193601126101d75760206101cf614b70565b604051908152f35b80fd5b50346101d75760403660031901126101d7576101f4612746565b60243590803b156102c75760405190602082019033825260018060a01b0316918260408201528360608201526060815261022f6080826128a4565b519020918284526002602052604084209360018060a01b038554166102b357506001602094818060a01b0333166001600160601b0360a01b82541617815501826001600160601b0360a01b825416179055604051908152827ea1306a18181a503e41d0ffc0de3a43e52ac8bfb151bc35436001f7f0ec835a853393a4604051908152f35b630da0fc6d60e21b81526004849052602490fd5b63f0ae59ab60e01b83526001600160a01b0316600452602482fd5b50346101d75760203660031901126101d757600435908181526005602052604081209161030f8354613161565b50600283015460f81c60068110156103e15760028103610395575061033383613996565b42101561037a5761037791925b6103717f000000000000000000000000000000000000000000000000000000000000000064ffffffffff421661295c565b91613456565b80f35b50610386602492613996565b63348f2b4160e11b8252600452fd5b92600184146103ba5750632b3263b360e01b82526004526044916103b8906127fa565bfd5b92506103c583613578565b42116103d5576103779192610340565b50610386602492613578565b634e487b7160e01b83526021600452602483fd5b50346101d7576101a03660031901126101d75760a03660231901126101d75760c4356001600160401b0381116106cb57610433903690600401612770565b60a03660e31901126106c757610184356001600160401b0381116106c35761045f903690600401612770565b602435939160e43585148015906106b4575b801561069d575b61068e57604435938587526005602052604087209386885260086020526040882086895260205260408820948789526009602052604089206004358a52602052604089206001810196875460f81c600581101561067a5760011480610670575b156105ec5750600264ffffffffff910154168042116105da575060076001600160581b0360018060a01b0388541697600360f81b60018060f81b038254161781555460a01c169101906001600160581b03825460581c1603906001600160581b0382116105c65780546affffffffffffffffffffff60581b191660589290921b6affffffffffffffffffffff60581b16919091179055610595939291610587915b610581614a8c565b876136a1565b61058f614afc565b846136a1565b6001600160a01b0316917fab1487480d6619d6acd39310d4ea6eb980da202f7234b122bd5213ef7da86c2a8480a480f35b634e487b7160e01b8a52601160045260248afd5b63348f2b4160e11b8a52600452602489fd5b9180975060029150015460f81c600681101561065c5760021480610646575b1561063357916105879161062e61059596959460018060a01b0381541698614a40565b610579565b62e357e360e31b89526004879052602489fd5b506001600160581b03815460a01c16151561060b565b634e487b7160e01b8a52602160045260248afd5b50888254146104d8565b634e487b7160e01b8c52602160045260248cfd5b630b69ebb360e01b8652600486fd5b506106a6614a8c565b6106ae614afc565b14610478565b50610104356044351415610471565b8380fd5b8280fd5b5080fd5b50346101d75760403660031901126101d75760406106eb612730565b916106f46128f2565b5060043581526003602052209060018060a01b03165f5260205260a060405f2064ffffffffff6040519161072783612852565b6001600160601b0381549383828616958683528360016020850196828460601c16885284604087019460c01c1684520154958360806060870196848a168852019760601c16875260405198895251166020880152511660408601525116606084015251166080820152f35b50346101d7576103776107a43661279d565b90612e35565b50346101d757806003193601126101d757602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d757806003193601126101d757602060405162278d008152f35b50346101d75760203660031901126101d75764ffffffffff60406020926004358152600a8452205416604051908152f35b50346101d75760203660031901126101d757610377600435612dc1565b50346101d7576101403660031901126101d7576004356001600160401b0381116106cb5760e060031982360301126106cb5760c03660431901126106cb5761012435906001600160401b0382116106c757366023830112156106c7578160040135906001600160401b0382116106c3573660248360061b850101116106c3576024610377930190610104359060243590600401612a8b565b50346101d75760203660031901126101d757806102806040516109128161286d565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e0820152826102008201528261022082015282610240820152826102608201520152600435815260056020526040812090604051916109b18361286d565b8054835260018101546020840152600281015460018060a01b038116604085015264ffffffffff8160a01c16606085015262ffffff8160c81c16608085015262ffffff8160e01c1660a085015260f81c60068110156103e15764ffffffffff9160079160c08601526001600160501b0360038201546001600160581b03811660e0880152818160581c1661010088015260a81c166101208601526001600160501b03600482015460018060a01b03811661014088015260a01c16610160860152600581015461018086015260068101546001600160581b0381166101a08701526001600160581b038160581c166101c0870152838160b01c166101e087015260ff8160d81c1661020087015260e01c61022086015201546001600160581b0381166102408501526001600160581b038160581c1661026085015260b01c1661028083015260405190825182526020830151602083015260018060a01b03604084015116604083015264ffffffffff606084015116606083015262ffffff608084015116608083015262ffffff60a08401511660a083015260c0830151906006821015610c6b57506102806102a09364ffffffffff9260c08501526001600160581b0360e08201511660e08501526001600160501b03610100820151166101008501526001600160501b036101208201511661012085015260018060a01b03610140820151166101408501526001600160501b03610160820151166101608501526101808101516101808501526001600160581b036101a0820151166101a08501526001600160581b036101c0820151166101c0850152826101e0820151166101e085015260ff6102008201511661020085015263ffffffff610220820151166102208501526001600160581b03610240820151166102408501526001600160581b0361026082015116610260850152015116610280820152f35b634e487b7160e01b81526021600452602490fd5b50346101d757806003193601126101d757602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d75760403660031901126101d75760209060ff906040906001600160a01b03610cec612746565b16815260078452818120602435825284522054166040519015158152f35b50346101d757610d193661271a565b9190610d2361312c565b80825260096020526040822083835260205260408220926001840193845460f81c6005811015610e8957600103610e7257600264ffffffffff9101541680421115610e42575082936001600160581b0391610e2f9450600160fa1b60018060f81b0383541617825583865260056020526040862054865260026020526040862091610de084825460a01c16610dc06002860191825460801c6128c5565b81546001600160801b031660809190911b6001600160801b031916179055565b549060018060a01b03821693849260a01c16947f74846e868477edbf27b7519189d17f3394cfa2c387b6bb757ddc4750370564276020604051888152a4600101546001600160a01b03166131b5565b805f516020614e6c5f395f51905f525d80f35b8381600160249301809111610e6057630a8d68c960e21b8252600452fd5b50634e487b7160e01b81526011600452fd5b506044929163ddd7009b60e01b8352600452602452fd5b634e487b7160e01b85526021600452602485fd5b50346101d75736600319016102a081126106cb57610180136101d757610184356001600160401b0381116106cb57610ed9903690600401612770565b909160c0366101a31901126101d757610264356001600160401b0381116106cb57610f08903690600401612770565b9390610f1261312c565b610f1a614060565b938484526005602052600260408520015460f81c6006811015610e895761119c576101a43590600435821480159061116c575b61115d576001600160401b03610f61612a40565b16421161113a57610f706146d6565b6001600160801b03610f8061298e565b161061110b576001600160a01b03610f966129df565b16855260076020526040852093610244359485875260205260ff6040872054166110f75790610fcd9187610fc86129c9565b6136a1565b610fd56129df565b9060405160208101917f097c65dd968c32db1e4d0d6aa6d2dc6f1bdbc8065fe43e6a7f6ce2f24366d07b835260408201526101c43560018060a01b0381168091036110f35760608201526101e4356001600160a01b038116908190036110f3576080820152610204356001600160801b0381168091036110f35760a0820152610224356001600160401b0381168091036110f3579181611098959360c060209b969401528660e082015260e0815261108f610100826128a4565b519020906140b0565b6001600160a01b036110a86129df565b1682526007845260408220908252835260408120600160ff198254161790556110dc610284356110d66129df565b846140d0565b5f516020614e6c5f395f51905f525d604051908152f35b8680fd5b637032d5a560e11b86526004859052602486fd5b6044856001600160801b0361111e6146d6565b61112661298e565b906313e0cb9160e11b845260045216602452fd5b6024856001600160401b0361114d612a40565b63cb97e34360e01b835216600452fd5b63b2ddde6560e01b8552600485fd5b506101e4356001600160a01b038116908181036110f357506001600160a01b036111946129c9565b161415610f4d565b639e2b4bfd60e01b84526004859052602484fd5b50346112765760c0366003190112611276576004359060243560643560ff8116809103611276576111df61312c565b5f848152600260205260409020600101546001600160a01b031690811561127a57813b15611276575f9160e48392604051948593849263d505accf60e01b84523360048501523060248501528860448501526044356064850152608484015260843560a484015260a43560c48401525af1611260575b50610e2f9192613236565b610e2f92505f61126f916128a4565b5f91611255565b5f80fd5b846375c000b160e01b5f5260045260245ffd5b346112765736600319016101e08112611276576101801361127657610184356001600160a01b0381168103611276576101a4356001600160401b038111611276576112dc903690600401612770565b6112e792919261312c565b6112ef614060565b92835f526005602052600260405f20015460f81c600681101561135957611346579161132361132e928594602096846140b0565b6101c43590836140d0565b5f5f516020614e6c5f395f51905f525d604051908152f35b83639e2b4bfd60e01b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b346112765760206113a96113803661271a565b9060019182915f52600660205260405f208160081c5f5260205260ff60405f205491161c161490565b6040519015158152f35b34611276575f3660031901126112765761144f6113ef7f0000000000000000000000000000000000000000000000000000000000000000614cba565b6114187f0000000000000000000000000000000000000000000000000000000000000000614cba565b602061145d6040519261142b83856128a4565b5f84525f368137604051958695600f60f81b875260e08588015260e08701906127d6565b9085820360408701526127d6565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061149457505050500390f35b835185528695509381019392810192600101611485565b34611276576020366003190112611276576004356001600160401b03811161127657366023820112156112765780600401356001600160401b038111611276576024820191602436918360051b010111611276579061150861312c565b5f915f905f925f915b80831061154d5750505081611533575b5f5f516020614e6c5f395f51905f525d005b611545926001600160a01b03166131b5565b808080611521565b9091939492611565611560868486612a0a565b613813565b94901561161357861515806115d8575b6115b8575b505060016115ae6115976020611591888688612a0a565b016129f6565b949660406115a6888688612a0a565b0135906128e5565b945b019190611511565b91956115cf929091906001600160a01b03166131b5565b5f93858061157a565b506001600160a01b0385811690821614158061157557506115ff6020611591888688612a0a565b6001600160a01b0383811691161415611575565b959460019194506115b0565b346112765761162d3661279d565b815f52600560205260405f2091600283015460f81c60068110156113595760028103611835575061165d83613996565b42101561181a5761166f828483613a08565b9092825f52600860205260405f20845f5260205264ffffffffff600160405f20015416611807576116a46040600692016129f6565b946116d67f000000000000000000000000000000000000000000000000000000000000000064ffffffffff421661295c565b9564ffffffffff600181604051936116ed85612837565b828060a01b0316998a855261177a6001600160581b0380602088019a16998a81528460408901941684528b5f52600860205260405f208d5f5260205260405f2097868060a01b0390878060a01b03905116166001600160601b0360a01b895416178855511686908154906001600160581b0360a01b9060a01b16906001600160581b0360a01b1916179055565b51169201911664ffffffffff1982541617905501906001825460e01c019063ffffffff82116117f35782546001600160e01b031660e09290921b6001600160e01b031916919091179091557fd067f551aa7ed70116c20472e8fb0f1c3363b1512864e0947ca3d6844f97ff9f90602090604051908152a4005b634e487b7160e01b5f52601160045260245ffd5b83632379a4c360e01b5f5260045260245ffd5b61182383613996565b63348f2b4160e11b5f5260045260245ffd5b61184b91632b3263b360e01b5f526004526127fa565b60445ffd5b346112765761185e3661271a565b815f52600560205260405f209060018060a01b0360028301541633141580611911575b6118fe57825f52600960205260405f20815f5260205260405f2091600183015460f81c6005811015611359576001036118e75764ffffffffff600284015416938442116118d4576118d29450613928565b005b8463348f2b4160e11b5f5260045260245ffd5b508263ddd7009b60e01b5f5260045260245260445ffd5b6330268a2560e21b5f523360045260245ffd5b5081545f52600260205260018060a01b0360405f205416331415611881565b34611276576020366003190112611276576004356001600160401b03811161127657806004019060e060031982360301126112765761196d61312c565b61197682613813565b9290156119a25761152183836044611990602483016129f6565b910135916001600160a01b03166131b5565b60a492506326a0d32960e01b5f5235600452013560245260445ffd5b3461127657366003190161010081126112765760a0136112765760a4356001600160401b038111611276576119f7903690600401612770565b9060c4356001600160401b03811161127657611a17903690600401612770565b611a1f61312c565b60043593845f52600560205260405f209360028501908154918260f81c60068110156113595760018103611d1f5750611a5787613578565b4211611d1657608435604051602081019082825260208152611a7a6040826128a4565b519020600189015403611d0357611a8f612978565b936001600160801b0360038a01956001600160581b038754169182911611611cdd5750602060ff611abe6129b9565b1611611cc0576040519160208301937f0e5623df6e94155764d2ed2ec45c4da45a32ef308f2a473693ba3aa3db3076ef85528b60408501526024359283606086015260443560ff8116809103611276576080860152606435996001600160801b038b16809b0361127657611b8c6001600160501b039b9a8f997f0fb147bb8ada197931c73b0f8f2b8c94c196421ed317b87c11eeed209b2f45be99898f9e60a060809c01528860c082015260c08152611b7860e0826128a4565b5190209485906001600160a01b03166136a1565b60048d019b60018060a01b038d54169283611cae575b505082546001600160f81b0316600160f91b17909255505060058a01829055611c486001600160581b03611bd46129b9565b60068d01805460ff60d81b191660d89290921b60ff60d81b169190911781558180611bfd612978565b835464ffffffffff60b01b4260b01b16919092169290921684199091161764ffffffffff60b01b191617815554168b545f526002602052610dc0600260405f2001918254871c6128c5565b6001600160801b03611c586129b9565b60ff611c62612978565b916040519586521660208501521660408301526060820152a25460a81c16915460a01c169003916001600160501b0383116117f3576001600160501b0361152193169160e43591613728565b611cb7936136a1565b8c808080611ba2565b60ff611cca6129b9565b63147d2aa560e21b5f521660045260245ffd5b6001600160801b03611ced612978565b6310205b4360e31b5f521660045260245260445ffd5b8863074b705b60e01b5f5260045260245ffd5b61182387613578565b632b3263b360e01b5f52600489905261184b906127fa565b34611276576020366003190112611276576001600160a01b03611d58612746565b165f526004602052602060405f2054604051908152f35b34611276576040366003190112611276576004356024356001600160601b0381169081810361127657611da183613161565b906001600160801b03600283015416808411611e7e575081546001600160a01b031660a09190911b6001600160a01b0319161781557f37a5dc96283c260ba952c99b4383003a337bb17cafd9416409ae55b9ca7fd60e9160409164ffffffffff9082611e4757611e3560015f925b01805464ffffffffff60a01b191660a09390931b64ffffffffff60a01b16929092178255565b5460a01c1682519182526020820152a2005b611e356001611e787f000000000000000000000000000000000000000000000000000000000000000085421661295c565b92611e0f565b836311920a6d60e31b5f5260045260245260445ffd5b3461127657602036600319011261127657600435805f52600560205260405f2090611ebf8282613535565b5f6002830190815460f81c60068110156113595760028103612012575050611ee783836135bb565b80546001600160f81b0316600360f81b179055600782015460068301546001600160581b03918216937fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a92604092611f41918791166128e5565b905b80545f526002602052612003866001600160801b03611fa2865f2095611f9d611f8660038801546001600160581b036001600160501b038260a81c1691166128e5565b6001600160501b03600489015460a01c169061292f565b61292f565b169360028101611fd9611fb987835460801c6128c5565b82546001600160801b031660809190911b6001600160801b031916178255565b6001600160801b03611fee878284541661293c565b166001600160801b031982541617905561363e565b549482519182526020820152a3005b90939190600481036120da57506007820180549091907f00000000000000000000000000000000000000000000000000000000000000009060b01c64ffffffffff166501fffffffffe6120699260011b16906128e5565b804211156120bd575080546001600160f81b0316600560f81b179055547fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a9160409160581c6001600160581b031690611f43565b600181018091116117f357630a8d68c960e21b5f5260045260245ffd5b905082600182036120ee576120bd83613578565b632b3263b360e01b5f5260045261184b91506127fa565b34611276576121133661271a565b9061211c6128f2565b505f52600960205260405f20905f5260205260405f2060405161213e81612852565b8154815260018201546001600160a01b0381166020830190815260a082901c6001600160581b0316604084019081529093606084019260f81c9190600583101561135957600264ffffffffff916001600160581b0394865201541694608085019586526040519451855260018060a01b039051166020850152511660408301525160058110156113595760a09264ffffffffff91606084015251166080820152f35b346112765760a0366003190112611276576004356121fc612730565b90604435916001600160601b03831680930361127657606435906001600160601b03821693848303611276576084359164ffffffffff8316908184036112765761224586613161565b506001600160a01b03169586156122e1575f8681526003602090815260408083208a845282529182902080546001600160e81b03191660c09790971b64ffffffffff60c01b1696909617606097881b6bffffffffffffffffffffffff60601b16178517909555805193845293830152918101919091527fa82d11fb9fe59d9bf623b26ed08cc1bd0c2b248c8ad067178158b6db2f21c4979190a3005b63d92e233d60e01b5f5260045ffd5b34611276576122fe3661271a565b90805f52600560205260405f2091600283015460f81c600681101561135957600281036123a75750815f52600860205260405f20815f5260205260405f20906001600160581b03825460a01c16156123965750600164ffffffffff910154169182421115612379576118d2925064ffffffffff421691613456565b600183018084116117f357630a8d68c960e21b5f5260045260245ffd5b62e357e360e31b5f5260045260245ffd5b632b3263b360e01b5f52600483905261184b906127fa565b34611276576115216123d03661271a565b906123d961312c565b613236565b34611276575f36600319011261127657602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346112765760403660031901126112765760043561243b612730565b9061244461312c565b61244d81613161565b916001600160a01b03811680156122e157600184019081549364ffffffffff8560a01c1695861561253b578642106125285761152196506001600160801b036124ca8254978860a01c600285019484865416918281105f1461251e579a8b935b64ffffffffff60a01b19168a556001600160a01b031690556128c5565b166001600160801b03198254161790557f04eda370f8b8612fa7266d7ebbd41af9d694e19793fe9d9ff31b3ddbd99b08e160206001600160801b03604051971696878152a3546001600160a01b03166131b5565b50819a8b936124ad565b86630a8d68c960e21b5f5260045260245ffd5b50631bb31f4f60e01b5f5260045260245ffd5b346112765761255c3661271a565b905f6040805161256b81612837565b82815282602082015201525f52600860205260405f20905f52602052606060405f2064ffffffffff60405161259f81612837565b6001600160581b0383546040846001808060a01b0384169788875285602088019560a01c16855201541693019283526040519485525116602084015251166040820152f35b34611276576020366003190112611276575f60a060405161260481612808565b82815282602082015282604082015282606082015282608082015201526004355f52600260205260c060405f206001600160801b0360405161264581612808565b8183549164ffffffffff60018060a01b03841695868352602083019460a01c85526001810154906001600160601b036002604086019260018060a01b038516845285606088019560a01c16855201549660a06080870196888a168852019760801c8852604051998a525116602089015260018060a01b0390511660408801525116606086015251166080840152511660a0820152f35b34611276575f3660031901126112765760209064ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b6040906003190112611276576004359060243590565b602435906001600160a01b038216820361127657565b600435906001600160a01b038216820361127657565b35906001600160a01b038216820361127657565b9181601f84011215611276578235916001600160401b038311611276576020838186019501011161127657565b9060406003198301126112765760043591602435906001600160401b038211611276576102809082900360031901126112765760040190565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600681101561135957602452565b60c081019081106001600160401b0382111761282357604052565b634e487b7160e01b5f52604160045260245ffd5b606081019081106001600160401b0382111761282357604052565b60a081019081106001600160401b0382111761282357604052565b6102a081019081106001600160401b0382111761282357604052565b604081019081106001600160401b0382111761282357604052565b90601f801991011681019081106001600160401b0382111761282357604052565b906001600160801b03809116911603906001600160801b0382116117f357565b919082018092116117f357565b604051906128ff82612852565b5f6080838281528260208201528260408201528260608201520152565b818102929181159184041417156117f357565b919082039182116117f357565b906001600160801b03809116911601906001600160801b0382116117f357565b9064ffffffffff8091169116019064ffffffffff82116117f357565b6064356001600160801b03811681036112765790565b610204356001600160801b03811681036112765790565b356001600160801b03811681036112765790565b60443560ff811681036112765790565b6064356001600160a01b03811681036112765790565b6101c4356001600160a01b03811681036112765790565b356001600160a01b03811681036112765790565b9190811015612a2c5760051b8101359060de1981360301821215611276570190565b634e487b7160e01b5f52603260045260245ffd5b610224356001600160401b03811681036112765790565b356001600160401b03811681036112765790565b906001600160581b03809116911601906001600160581b0382116117f357565b909392813592835f52600560205260405f2092600284015460f81c60068110156113595760028103612da95750845f52600860205260405f20875f5260205260405f20958654906001600160581b038260a01c16948515612d9757606435928a841490811591612d6d575b8115612d4a575b50612d3757612b0c8488614768565b608060405194612b1b86612889565b606081013586526040810135602087015201359460ff8616958681036112765750612b446148a1565b506040519360208501907f8ad7a6fa2679969aa45078562154950d2d7f0a458afcd37eafc6ab2ee52c942882528a604087015260443563ffffffff811680910361127657606087015260808601526084356001600160a01b038116908190036112765760a086015260a435966001600160801b03881696878903611276578760c088015260c435926001600160801b038416808503611276578060e08a015260e4359160ff83168093036112765789612c1c93610100612c359c01526101008152612c11610120826128a4565b5190209450896128e5565b60405193612c2985612889565b845260208401526148b9565b15612d24578211612d08575050612c4e5f935b82614a40565b60405193827f9c44144a645615d0cf9aee4245765824082dbd3cddb16813383773ec804d604b60206001600160581b03871697888152a3612cb56001600160581b0360068301541694612cb060078401966001600160581b03885416906128e5565b6128e5565b6001600160581b0360038301541610612cf1575050612cdf6001600160581b039182845416612a6b565b166001600160581b0319825416179055565b612d0693504264ffffffffff16925090613456565b565b612d1d6001600160581b0391612c4e936128c5565b1693612c48565b8463076e4b8f60e51b5f5260045260245ffd5b89630de7ab4560e41b5f5260045260245ffd5b9050612d58602086016129f6565b6001600160a01b03908116911614155f612afd565b90506084356001600160a01b0381169081810361127657506001600160a01b038216141590612af6565b8962e357e360e31b5f5260045260245ffd5b632b3263b360e01b5f52600486905261184b906127fa565b805f52600a60205264ffffffffff60405f205416612e21575f818152600a60205260408120805464ffffffffff19164264ffffffffff161790557f349a34783f22978672d69a7522c3139369708176151a43ad3e07c7a970ed91ed9080a2565b50565b3563ffffffff811681036112765790565b805f52600560205260405f2091612e4c8383613535565b600283015460f81c600681101561135957600481036123a75750600783019064ffffffffff825460b01c169064ffffffffff612ea97f0000000000000000000000000000000000000000000000000000000000000000809461295c565b168042116118235750612ebd818686613a08565b909163ffffffff612ed060208301612e24565b1696865f52600960205260405f20885f5260205260405f206001810191825460f81c60058110156113595760011480613121575b61310e5750505460f81c6005811015611359576130f75786604064ffffffffff875460b01c1664ffffffffff42168082115f146130ef5750925b01612f48816129f6565b95612f53818561295c565b60405192612f6084612852565b878452602084019860018060a01b031689528a61300d6001600160581b0360408701818b169889825260608901946001865264ffffffffff60808b01981688525f52600960205260405f20905f5260205260405f2097518855600188019c60018060a01b039060018060a01b03905116168d6001600160601b0360a01b905416178d5551168b908154906001600160581b0360a01b9060a01b16906001600160581b0360a01b1916179055565b519860058a1015611359577f0c9ee3bd694f0ad50672b3a6f892ce74d5102a30b45e06b1320b04d656c5ce699a61309264ffffffffff996130cb978b600260809f6130c5996130c098849281549060ff60f81b9060f81b169060018060f81b03161790555116920191168c198254161790556001600160581b03835460581c16612a6b565b81546affffffffffffffffffffff60581b191660589190911b6affffffffffffffffffffff60581b16179055565b6129f6565b9361295c565b604080519586526001600160a01b03909316602086015291840152166060820152a3565b905092612f3e565b868663840071b560e01b5f5260045260245260445ffd5b9550969350505050612d06949250613928565b508582541415612f04565b5f516020614e6c5f395f51905f525c6131525760015f516020614e6c5f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b5f8181526002602052604090208054909291906001600160a01b031680156131a257330361318c5750565b630e25346d60e01b5f526004523360245260445ffd5b506375c000b160e01b5f5260045260245ffd5b916040519163a9059cbb60e01b5f5260018060a01b031660045260245260205f60448180865af19060015f5114821615613215575b604052156131f55750565b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661322d57823b15153d151616906131ea565b503d5f823e3d90fd5b5f81815260026020526040902080546001600160a01b0316156131a2578215613447576001600160601b0383116134295760018101546040516370a0823160e01b81523060048201526001600160a01b0390911690602081602481855afa9081156133bb575f916133f7575b50604051916323b872dd60e01b5f5233600452306024528560445260205f60648180855af160015f51148116156133d8575b836040525f606052156133c657826024816020936370a0823160e01b82523060048301525afa80156133bb575f90613387575b613311925061292f565b83810361337157506002016001600160801b036133338185168284541661293c565b166001600160801b03198254161790556040519182527f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60203393a3565b836342beeaa960e11b5f5260045260245260445ffd5b506020823d6020116133b3575b816133a1602093836128a4565b81010312611276576133119151613307565b3d9150613394565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b60018115166133ee57813b15153d1516166132d4565b833d5f823e3d90fd5b90506020813d602011613421575b81613412602093836128a4565b8101031261127657515f6132a2565b3d9150613405565b82637f16270360e01b5f526004526001600160601b0360245260445ffd5b63c46babb160e01b5f5260045ffd5b6002820180546001600160f81b0316600160fa1b17905560078201805464ffffffffff60b01b191660b085901b64ffffffffff60b01b1617815590927fa1221027ff9863c679aae7b2a3cb2d9fdb1a3a3cd857243aeb3d3cf30cbdad799260209260068201916001600160581b038354168061350e575b5050815481546affffffffffffffffffffff191690915570ff0000000000ffffffffffffffffffffff60581b16905560405164ffffffffff919091168152a2565b61352e91545f5260028652610dc0600260405f200191825460801c61293c565b5f806134cd565b600282015460f81c6006811015611359576001036135745761355682613578565b9182421161356357505050565b64ffffffffff612d06931691613456565b5050565b64ffffffffff60026135b892015460a01c1664ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906128e5565b90565b9060068101549064ffffffffff8260b01c161561361f576135db81613996565b4210613604575060e01c90816135ef575050565b630e1d381560e01b5f5260045260245260445ffd5b61360d90613996565b630a8d68c960e21b5f5260045260245ffd5b60020154632b3263b360e01b5f52600483905261184b9060f81c6127fa565b81156135745761366260028201610dc06001600160801b038516825460801c6128c5565b600101546001600160a01b03165f90815260046020526040902080549091613689916128e5565b9055565b35906001600160801b038216820361127657565b9290916136d06136d5936136b3614b70565b6042916040519161190160f01b8352600283015260228201522090565b614c86565b506004811015611359571590811591613711575b506136f15750565b639a7d38d960e01b5f9081526001600160a01b0391909116600452602490fd5b6001600160a01b038381169116141590505f6136e9565b90928083116137fd575081156137f85760048301928354936001600160501b0384166001600160501b038660a01c1601946001600160501b0386116117f357612d06956001600160501b0360a01b9060a01b16906001600160501b0360a01b1916179055545f52600260205260405f20906137b760028301610dc06001600160801b038616825460801c6128c5565b604051908382527f0ae7c9bfbc7dfc3426a34852f9a1cdd2f750abec8190abbff0bbe13d8118c30c60203393a36001015433906001600160a01b03166131b5565b505050565b826373ab893560e11b5f5260045260245260445ffd5b803590815f52600560205260405f209161382d83826135bb565b6138378284614768565b60a0820135613869818360019182915f52600660205260405f208160081c5f5260205260ff60405f205491161c161490565b61391e57815f52600660205260405f208160081c5f52602052600160ff60405f2092161b81541790557f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f60206001600160581b03604085013516936138e260068701613092876001600160581b03835460581c16612a6b565b6001600160a01b03906138f69083016129f6565b1693604051908152a3545f52600260205260018060a01b03600160405f200154169060019190565b505050505f905f90565b91926001600160581b037feae6e1c06eb1428052dbb51f187231c434369c38b1558979ffcf135e9106607d9260016020930190600160f91b60018060f81b03835416178255545f526002835261398860405f2083835460a01c169061363e565b5460a01c16604051908152a3565b64ffffffffff60066135b892015460b01c1664ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906128e5565b903590601e198136030182121561127657018035906001600160401b0382116112765760200191813603831361127657565b9092916040519060208201917ff98e734c5b3a7eae9f6be817ec148123d37ed3989a421e1c8b058df8d9420bbb8352813595866040830152602083019663ffffffff613a5389613f3f565b16606084015260408401916001600160a01b03613a6f8461275c565b1660808501526060850135968760a0860152608086019763ffffffff613a948a613f3f565b1660c087015260a08701976001600160801b03613ab08a61368d565b1660e088015260c08801966001600160401b03613acc89613f50565b166101008201526101008152613ae4610120826128a4565b5190209a82851490811591613f0a575b508015613edf575b8015613ec9575b613eb65761012087013591821490811591613ea6575b8115613e96575b508015613e70575b613e5d57613c06613bf09460018060a01b0360028501541693613b598d613b5260e08c018c6139d6565b91886136a1565b600401546001600160a01b03169283613e3f575b60405160208101917f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838835260408201526101408a013560608201526101608a013560808201526101808a013560a082015263ffffffff613bd06101a08c01613f3f565b1660c082015260c08152613be560e0826128a4565b5190209586916129f6565b613bfe6101c08a018a6139d6565b9290916136a1565b835f52600a60205264ffffffffff60405f20541693610260870190613c2b82896139d6565b9050613cf2575b50505050508015918215613cd5575b5050613cc257613c7a613c809163ffffffff613c736101a06001600160801b03613c6b84986129a5565b169301612e24565b169061291c565b92612e24565b168015613cae576001600160581b03910416908115613c9b57565b8263476c41b160e01b5f5260045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b84634a37e78b60e01b5f5260045260245ffd5b6001600160401b03919250613ce990612a57565b16105f80613c41565b9091929394506101e087013594851490811591613e2f575b8115613e1f575b50613e0c57613dae613db791613da8613da16040519760208901907f5408912d0bed761c80bdbcf5ca562b8ed6f5512253b39138ea3e17667e7b2d96825260408a01526102008b013560608a01526102208b013560808a01526102408b01986001600160401b03613d818b613f50565b1660a082015260a08152613d9660c0826128a4565b5190206136b3614b70565b91896139d6565b91614c86565b90929192614e0b565b6001600160a01b031682811415919082613e01575b5050613def5750613de46001600160401b0391612a57565b165f80808080613c32565b639a7d38d960e01b5f5260045260245ffd5b141590505f80613dcc565b89634a37e78b60e01b5f5260045260245ffd5b905061022087013514155f613d11565b6102008801358c14159150613d0a565b613e588d613e516101008c018c6139d6565b91876136a1565b613b6d565b89634d620c0b60e11b5f5260045260245ffd5b50613e7e6101a08701612e24565b63ffffffff80613e8d8b612e24565b16911611613b28565b905061016087013514155f613b20565b6101408801358c14159150613b19565b8a633955749160e21b5f5260045260245ffd5b5063ffffffff613ed88a612e24565b1615613b03565b50613ee9886129a5565b6001600160801b036001600160501b03600386015460581c16911611613afc565b613f149150612e24565b63ffffffff613f35600286015462ffffff808260e01c169160c81c166128e5565b911610155f613af4565b359063ffffffff8216820361127657565b35906001600160401b038216820361127657565b6001600160401b0361405a610160809380358652602081013560208701526040810135604087015260018060a01b03613f9f6060830161275c565b1660608701526001600160a01b03613fb96080830161275c565b16608087015263ffffffff613fd060a08301613f3f565b1660a087015263ffffffff613fe760c08301613f3f565b1660c08701526001600160801b0361400160e0830161368d565b1660e08701526001600160801b0361401c610100830161368d565b166101008701526001600160801b03614038610120830161368d565b166101208701528361404d6101408301613f50565b1661014087015201613f50565b16910152565b60405160208101907f93001abb46c3120423ee8d948acdf7a45b9a7fbe4f7ce66c90fcfab296c957bd8252614099604082016004613f64565b6101a081526140aa6101c0826128a4565b51902090565b9290916140c26140c8936136b3614b70565b84614cf8565b156136f15750565b9091610144356001600160401b03811690818103611276578142116146c357505062278d004201928342116117f35761016435906001600160401b038216948583141595866112765742811080156146b7575b61469b57505060a4359463ffffffff861695868114159687611276578015801561468c575b801561466e575b61463e57506141be6141ab61419861418663ffffffff61416f60a4612e24565b1663ffffffff61417f60c4612e24565b16906128e5565b6001600160801b03613c7360e46129a5565b6001600160801b0361417f6101046129a5565b6001600160801b0361417f6101246129a5565b96610124356001600160801b03811691828203611276576141df838b61292f565b9460e435946001600160801b03861692838714159384611276576001600160501b03811161462157505f956001600160501b03811161462157506001600160581b038811614603576004359c8d5f52600360205260405f2060018060a01b038b165f5260205260405f2080549064ffffffffff8260c01c1680156145e2578042116145be57506001600160601b0382168084116145a85750600162015180420491019182549064ffffffffff831664ffffffffff8360601c16145f14614599576001600160601b03808084165b169160601c168180821115614591576142c49161292f565b80861161457b5750906001600160601b036142e1868295946128e5565b169164ffffffffff60601b9060601b169064ffffffffff60601b1916178355166001600160601b03198254161790558d5f526002602052600260405f2001908154906001600160801b038216908181116145665761435b6001600160801b0393926143528561437b941680926128c5565b9360801c61293c565b84546001600160801b031660809190911b6001600160801b031916178455565b82546001600160801b03191691161790555f8c81526005602052604090208d8155604435600182015599606435936001600160a01b03851685036112765760028c0180546001600160a01b0319166001600160a01b0390961695909517855561127657835464ffffffffff60a01b191660a09190911b64ffffffffff60a01b1617835561127657815460c43563ffffffff81168103611276576001600160c81b0390911660c89290921b62ffffff60c81b169190911760e09190911b62ffffff60e01b1617600160f81b1790556003870180546affffffffffffffffffffff19166001600160581b039690961695909517855561127657835491611276577fff0000000000000000000000000000000000000000ffffffffffffffffffffff90911660589290921b69ffffffffffffffffffff60581b169190911760a89190911b69ffffffffffffffffffff60a81b161781556001600160a01b036084359081169690929087840361127657612d0697697fffffffffffffffffff9481614549575b5050867f717b772f376849434aedf1061b7fc3813977a3306b30680e0e6df57b9b2bc49161018060405194614533866004613f64565b6001600160a01b031694a45460a91c1692613728565b506004860180546001600160a01b03191690911790555f806144fd565b6311920a6d60e31b5f5260045260245260445ffd5b856349ad24a960e01b5f5260045260245260445ffd5b50505f6142c4565b6001600160601b03805f6142ac565b83632889cf4360e01b5f5260045260245260445ffd5b6310b4ea8b60e11b5f9081526001600160a01b038e16600452602491909152604490fd5b50508a8f638296929160e01b5f5260045260018060a01b031660245260445ffd5b87637f16270360e01b5f526004526001600160581b0360245260445ffd5b637f16270360e01b5f526004526001600160501b0360245260445ffd5b9087611276575060c4359063ffffffff821691828103611276575063afeadbdf60e01b5f5260045260245260445ffd5b5060c43563ffffffff81168082036112765762ffffff91501161414f565b505f975062ffffff8111614148565b83876112765750631668586160e11b5f5260045260245260445ffd5b505f9650818111614123565b50631f4dca1560e21b5f5260045260245ffd5b60a43563ffffffff811690818103611276575060c4359063ffffffff8216908183036112765761470692506128e5565b60e435906001600160801b0382169081830361127657614726925061291c565b61010435906001600160801b038216908183036112765761474792506128e5565b61012435906001600160801b03821690818303611276576135b892506128e5565b908035916147746148a1565b5060405190602082017f403a3cc7c6e28b853c23c6552d516def56ba34f9513cb9d7ab22de9f0ebeed2d815284604084015260018060a01b036147b96020860161275c565b166060840152604084013592836080820152606085013560a0820152608085013560ff811681036112765760ff1660c082015260c081526147fb60e0826128a4565b519020916040519261480c84612889565b83526020830152600660058201549101546040519161482a83612889565b82526001600160581b038116602083015260c0840135601e1985360301811215611276578401928335936001600160401b03851161127657602001928460061b360384136112765760ff60a06148879701359360d81c16906148b9565b1561488f5750565b63076e4b8f60e51b5f5260045260245ffd5b604051906148ae82612889565b5f6020838281520152565b9192949094858214801590614a35575b614a2b5793909460208451940151945f9260208501975b838510614900575050505050511491826148f957505090565b5114919050565b909192939681881015612a2c578760061b830196895182818111918215614a14575b5050614a0657600191602061499f928480898e1c16145f146149aa57604051828101917fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d85383528c356040830152838d0135606083015260808201528360a082015260a0815261499260c0826128a4565b5190205b990135906128e5565b9701939291906148e0565b604051828101917fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d853835260408201528360608201528b356080820152828c013560a082015260a081526149fe60c0826128a4565b519020614996565b505050505050505050505f90565b614a1e925061292f565b602089013511825f614922565b5050505050505f90565b5080861c15156148c9565b81546affffffffffffffffffffff60a01b1916909155600601805460e01c5f190163ffffffff81116117f35781546001600160e01b031660e09190911b6001600160e01b031916179055565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260243560408201526044356060820152606435608082015260843560a082015260a43563ffffffff81168091036112765760c082015260c081526140aa60e0826128a4565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260e43560408201526101043560608201526101243560808201526101443560a08201526101643563ffffffff81168091036112765760c082015260c081526140aa60e0826128a4565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480614c5d575b15614bcb577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526140aa60c0826128a4565b507f00000000000000000000000000000000000000000000000000000000000000004614614ba2565b9060418303614cb057614ca99250602081013591604082359201355f1a90614d89565b9192909190565b50505f9160029190565b60ff811690601f8211614ce95760405191614cd66040846128a4565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b929190833b614d355790614d0c9291614c86565b50600481101561135957159182614d2257505090565b6001600160a01b03918216911614919050565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411614e00579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156133bb575f516001600160a01b03811615614df657905f905f90565b505f906001905f90565b5050505f9160039190565b60048110156113595780614e1d575050565b60018103614e345763f645eedf60e01b5f5260045ffd5b60028103614e4f575063fce698f760e01b5f5260045260245ffd5b600314614e595750565b6335e2f38360e21b5f5260045260245ffdfe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00'
