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
            "name": "token",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "job",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint256",
            "internalType": "uint256"
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
        "name": "job",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
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
            "name": "token",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "job",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "index",
            "type": "uint256",
            "internalType": "uint256"
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
            "type": "uint80",
            "internalType": "uint80"
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
        "name": "found",
        "type": "tuple",
        "internalType": "struct IEscrow.Job",
        "components": [
          {
            "name": "account",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "commitment",
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
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "feeCap",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "pot",
            "type": "uint80",
            "internalType": "uint80"
          },
          {
            "name": "slotPrice",
            "type": "uint72",
            "internalType": "uint72"
          },
          {
            "name": "feesPaid",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "slots",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "spares",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "state",
            "type": "uint8",
            "internalType": "enum IEscrow.State"
          },
          {
            "name": "assigner",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "claims",
            "type": "tuple",
            "internalType": "struct IEscrow.Claims",
            "components": [
              {
                "name": "total",
                "type": "uint80",
                "internalType": "uint80"
              },
              {
                "name": "claimed",
                "type": "uint80",
                "internalType": "uint80"
              },
              {
                "name": "settledAt",
                "type": "uint40",
                "internalType": "uint40"
              },
              {
                "name": "contests",
                "type": "uint24",
                "internalType": "uint24"
              },
              {
                "name": "firstClaims",
                "type": "uint32",
                "internalType": "uint32"
              }
            ]
          },
          {
            "name": "burns",
            "type": "uint80",
            "internalType": "uint80"
          },
          {
            "name": "posted",
            "type": "uint80",
            "internalType": "uint80"
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
            "type": "uint80",
            "internalType": "uint80"
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
export const escrowBytecode = '0x6101e0806040523461023c57608081615d0380380380916100208285610240565b83398101031261023c57604051608081016001600160401b038111828210176102285764ffffffffff9283916040528161005982610263565b8085528161006960208501610263565b93846020880152606061008f8161008260408501610263565b938460408c015201610263565b97019687526040516100a2604082610240565b60098152602081019068119d5e9e989d5c9cdd60ba1b8252604051916100c9604084610240565b600183526020830191603160f81b83526100e281610275565b610120526100ef84610275565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015860c082610240565b5190206080523060c05216610160521661018052166101a05251166101c052604051615a2290816102e1823960805181615754015260a0518161580b015260c05181615725015260e051816157a3015261010051816157c9015261012051816116d2015261014051816116fb015261016051818181610efa01526123450152610180518181816118d10152818161253b015281816129cb015281816136110152818161419f01526144f901526101a051818181610a1f015261416501526101c0518181816105500152612cda0152f35b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b0382119082101761022857604052565b519064ffffffffff8216820361023c57565b601f8151116102a0576020815191015160208210610291571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c80630478a7bd14612cfe5780630a3cb66314612cbd5780630b61a88714612bcb578063165ce86014612b335780631b258d50146129ef5780631c8ec299146129ae5780631de26e161461298f5780631e07c16d146128c15780632161a5c41461271957806333b6d8711461263f57806339c79e0c146123885780633cd26d11146122625780633e98872f146120a95780634773285a146120715780634cb0ef0314611b8f5780635c5f60d414611a93578063674c3a1a14611846578063762497b8146117ce57806384b0196e146116ba57806385f5276f1461169757806388a78d12146115a357806393be5c16146114ae578063a3b7aa1314611121578063a4ad7c7f14610f65578063a5f58c8414610f1e578063a7ab696114610edc578063affe000e14610aaf578063b482e87014610a92578063bc23adb714610a61578063c44cabd014610a43578063c8f0582f14610a01578063ca004d03146109e9578063cfe8459d14610925578063d3ea7b7314610600578063ec13cc7b146104ed578063f14ddffc146101d65763f698da25146101b1575f80fd5b346101d357806003193601126101d35760206101cb61571b565b604051908152f35b80fd5b50346101d35760403660031901126101d3576101f0612dcb565b60243590803b151580610474575b1561044057828060405160208101907ff5eb42dc00000000000000000000000000000000000000000000000000000000825230602482015260248152610245604482612fb8565b519084620186a0fa3d15610439573d61025d816158f9565b9061026b6040519283612fb8565b81523d85602083013e5b8161042d575b50801561039b575b61036757604051906001600160a01b0360208301913383521691826040820152836060820152606081526102b8608082612fb8565b51902091828452600260205260408420936001600160a01b0385541661033b575060016020946001600160a01b0333166001600160a01b031982541617815501826001600160a01b0319825416179055604051908152827ea1306a18181a503e41d0ffc0de3a43e52ac8bfb151bc35436001f7f0ec835a853393a4604051908152f35b80847f3683f1b40000000000000000000000000000000000000000000000000000000060249352600452fd5b7fbc5c114f0000000000000000000000000000000000000000000000000000000083526001600160a01b0316600452602482fd5b50828060405160208101907f1da24f3e000000000000000000000000000000000000000000000000000000008252306024820152602481526103de604482612fb8565b519084620186a0fa3d15610426573d6103f6816158f9565b906104046040519283612fb8565b81523d85602083013e5b8161041a575b50610283565b6020915051145f610414565b606061040e565b6020915051145f61027b565b6060610275565b7ff0ae59ab0000000000000000000000000000000000000000000000000000000083526001600160a01b0316600452602482fd5b50828060405160208101906370a0823160e01b82523060248201526024815261049e604482612fb8565b519084620186a0fa3d156104e6573d6104b6816158f9565b906104c46040519283612fb8565b81523d85602083013e5b816104da575b506101fe565b6020915051145f6104d4565b60606104ce565b50346101d35760203660031901126101d357600435908181526005602052604081209161051a8354613d5a565b50600383015460f81c60068110156105ec57600281036105a0575061053e836144df565b4210156105855761058291925b61057c7f000000000000000000000000000000000000000000000000000000000000000064ffffffffff4216613071565b9161402b565b80f35b506105916024926144df565b63348f2b4160e11b8252600452fd5b92600184146105c557506044926105c391632b3263b360e01b8452600452612ec8565bfd5b92506105d08361414c565b42116105e057610582919261054b565b5061059160249261414c565b602483634e487b7160e01b81526021600452fd5b50346101d3576101a03660031901126101d35760a03660231901126101d35760c43567ffffffffffffffff81116109215761063f903690600401612e3c565b60a03660e319011261091d576101843567ffffffffffffffff81116109195761066c903690600401612e3c565b602435939160e435851480159061090a575b80156108f3575b6108cb57604435938587526005602052604087209386885260086020526040882086895260205260408820948789526009602052604089206004358a5260205260408920600181019660ff885460f01c1660058110156108b757600114806108ad575b156108275750600264ffffffffff91015416804211610815575060066001600160501b036001600160a01b03885416977e0300000000000000000000000000000000000000000000000000000000000060ff60f01b198254161781555460a01c169101906001600160501b03825460501c1603906001600160501b03821161080157926107d894926107bc6107ca936001600160a01b039998969073ffffffffffffffffffff000000000000000000001973ffffffffffffffffffff0000000000000000000083549260501b169116179055565b6107c4615637565b87614292565b6107d26156a7565b84614292565b16917fab1487480d6619d6acd39310d4ea6eb980da202f7234b122bd5213ef7da86c2a8480a480f35b60248a634e487b7160e01b81526011600452fd5b63348f2b4160e11b8a52600452602489fd5b9180975060039150015460f81c60068110156108995760021480610883575b15610871576001600160a01b039594926107d8949261086c83896107ca95541698614ba7565b6107bc565b6024898862e357e360e31b8252600452fd5b506001600160501b03815460a01c161515610846565b60248a634e487b7160e01b81526021600452fd5b50888254146106e8565b60248c634e487b7160e01b81526021600452fd5b6004867f0b69ebb3000000000000000000000000000000000000000000000000000000008152fd5b506108fc615637565b6109046156a7565b14610685565b5061010435604435141561067e565b8380fd5b8280fd5b5080fd5b50346101d35760403660031901126101d3576001600160a01b036040610949612db5565b92610952613007565b50600435815260036020522091165f5260205260a060405f2064ffffffffff6040519161097e83612f63565b6001600160601b0381549383828616958683528360016020850196828460601c16885284604087019460c01c1684520154958360806060870196848a168852019760601c16875260405198895251166020880152511660408601525116606084015251166080820152f35b50346101d3576105826109fb36612e6a565b906135c4565b50346101d357806003193601126101d357602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d357806003193601126101d357602060405162278d008152f35b50346101d35760203660031901126101d35764ffffffffff60406020926004358152600a8452205416604051908152f35b50346101d35760203660031901126101d357610582600435613550565b50346101d35760203660031901126101d357806101e0604051610ad181612f7f565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152610b22613007565b610180820152826101a0820152826101c0820152015260043581526005602052604081209060405191610b5483612f7f565b805483526001810154602084015260028101546001600160a01b038116604085015263ffffffff8160a01c16606085015260c01c608084015260038101546001600160501b03811660a085015268ffffffffffffffffff8160501c1660c085015267ffffffffffffffff8160981c1660e085015261ffff8160d81c1661010085015261ffff8160e81c1661012085015260f81c60068110156105ec5764ffffffffff916006916101408601526001600160a01b03600482015416610160860152604051610c2081612f63565b60058201546001600160501b03811682526001600160501b038160501c166020830152848160a01c16604083015262ffffff8160c81c16606083015260e01c608082015261018086015201546001600160501b0381166101a08501526001600160501b038160501c166101c085015260a01c166101e0830152610cb661ffff6101008401511661ffff6101208501511690612ffa565b91815b60b0810281810460b01482151715610ec85780602001602011610ec85784906020011015610d485760043583526006602052604083208184526020526001600160501b036040842054166001600160501b03610d216020610180860151019282845116613114565b1690525f198114610d3457600101610cb9565b602483634e487b7160e01b81526011600452fd5b50906040519082518252602083015160208301526001600160a01b03604084015116604083015263ffffffff606084015116606083015267ffffffffffffffff60808401511660808301526001600160501b0360a08401511660a083015268ffffffffffffffffff60c08401511660c083015267ffffffffffffffff60e08401511660e083015261ffff6101008401511661010083015261ffff61012084015116610120830152610140830151906006821015610eb457506101e06102809364ffffffffff926101408501526001600160a01b036101608201511661016085015263ffffffff60806101808301516001600160501b038151166101808801526001600160501b036020820151166101a0880152856040820151166101c088015262ffffff606082015116858801520151166102008501526001600160501b036101a0820151166102208501526001600160501b036101c082015116610240850152015116610260820152f35b80634e487b7160e01b602492526021600452fd5b602484634e487b7160e01b81526011600452fd5b50346101d357806003193601126101d357602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d35760403660031901126101d35760ff60406020926001600160a01b03610f47612dcb565b16815260078452818120602435825284522054166040519015158152f35b50346101d357610f7436612e26565b9190610f7e61390d565b8082526009602052604082208383526020526040822092600184019360ff855460f01c16600581101561110d576001036110f657600264ffffffffff91015416804211156110c657506001600160a01b03600184956001600160501b03936110a096507e0400000000000000000000000000000000000000000000000000000000000060ff60f01b198354161782558588526005602052604088205488526002602052604088209161106186825460a01c166110426002860191825460801c612fda565b6001600160801b036001600160801b031983549260801b169116179055565b549084821695869260a01c16967f74846e868477edbf27b7519189d17f3394cfa2c387b6bb757ddc47503705642760206040518a8152a4015416613cc3565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b83816001602493018091116110e457630a8d68c960e21b8252600452fd5b50634e487b7160e01b81526011600452fd5b50829163ddd7009b60e01b60449452600452602452fd5b602485634e487b7160e01b81526021600452fd5b50346101d35736600319016102a0811261092157610180136101d3576101843567ffffffffffffffff81116109215761115e903690600401612e3c565b909160c0366101a31901126101d3576102643567ffffffffffffffff81116109215761118e903690600401612e3c565b939061119861390d565b6111a0614d07565b938484526005602052600360408520015460f81c600681101561110d5761149b576101a43590600435821480159061146b575b6114435767ffffffffffffffff6111e8613523565b164211611406576111f76155a5565b6001600160801b036112076130d9565b16106113be576001600160a01b0361121d612eec565b16855260076020526040852093610244359485875260205260ff6040872054166113925790611254918761124f612ed6565b614292565b61125c612eec565b9060405160208101917f097c65dd968c32db1e4d0d6aa6d2dc6f1bdbc8065fe43e6a7f6ce2f24366d07b835260408201526101c4356001600160a01b03811680910361138e5760608201526101e4356001600160a01b03811680910361138e576080820152610204356001600160801b03811680910361138e5760a08201526102243567ffffffffffffffff811680910361138e579181611320959360c060209b969401528660e082015260e0815261131761010082612fb8565b51902090614d57565b6001600160a01b03611330612eec565b1682526007845260408220908252835260408120600160ff198254161790556113646102843561135e612eec565b84614dfb565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b8680fd5b602486867fe065ab4a000000000000000000000000000000000000000000000000000000008252600452fd5b6044856001600160801b036113d16155a5565b6113d96130d9565b907f27c1972200000000000000000000000000000000000000000000000000000000845260045216602452fd5b60248567ffffffffffffffff61141a613523565b7fcb97e34300000000000000000000000000000000000000000000000000000000835216600452fd5b6004857fb2ddde65000000000000000000000000000000000000000000000000000000008152fd5b506101e4356001600160a01b0381169081810361138e57506001600160a01b03611493612ed6565b1614156111d3565b60248486639e2b4bfd60e01b8252600452fd5b503461158c5760c036600319011261158c576004359060243560643560ff811680910361158c576114dd61390d565b835f5260026020526001600160a01b03600160405f2001541690811561159057813b1561158c575f9160e4839260405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528860448501526044356064850152608484015260843560a484015260a43560c48401525af1611576575b506110a09192613dc4565b6110a092505f61158591612fb8565b5f9161156b565b5f80fd5b846375c000b160e01b5f5260045260245ffd5b3461158c5736600319016101e0811261158c576101801361158c57610184356001600160a01b038116810361158c576101a43567ffffffffffffffff811161158c576115f3903690600401612e3c565b6115fe92919261390d565b611606614d07565b92835f526005602052600360405f20015460f81c600681101561168357611670579161163a61164592859460209684614d57565b6101c4359083614dfb565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b83639e2b4bfd60e01b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b3461158c5760206116b06116aa36612e26565b906134bf565b6040519015158152f35b3461158c575f36600319011261158c576117726116f67f0000000000000000000000000000000000000000000000000000000000000000615915565b61171f7f0000000000000000000000000000000000000000000000000000000000000000615915565b6020611780604051926117328385612fb8565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190612ea4565b908582036040870152612ea4565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106117b757505050500390f35b8351855286955093810193928101926001016117a8565b3461158c5761014036600319011261158c5760043567ffffffffffffffff811161158c57610100600319823603011261158c5760c036604319011261158c57610124359067ffffffffffffffff821161158c57611832611844923690600401612df5565b91610104359060243590600401613134565b005b3461158c5761185436612e6a565b815f52600560205260405f2091600383015460f81c60068110156116835760028103611a785750611884836144df565b421015611a5d57611896828483614552565b9092825f52600860205260405f20845f5260205264ffffffffff600160405f20015416611a31576118cb604060059201612f03565b946118fd7f000000000000000000000000000000000000000000000000000000000000000064ffffffffff4216613071565b9564ffffffffff6001816001600160a01b036040519461191c86612f47565b16998a85526119a16001600160501b0380602088019a16998a81528460408901941684528b5f52600860205260405f208d5f526020526001600160a01b038060405f20995116166001600160a01b03198954161788555116869069ffffffffffffffffffff60a01b1969ffffffffffffffffffff60a01b83549260a01b169116179055565b51169201911664ffffffffff198254161790550190600162ffffff835460c81c16019062ffffff8211611a1d57611a146020927fd067f551aa7ed70116c20472e8fb0f1c3363b1512864e0947ca3d6844f97ff9f949062ffffff60c81b1962ffffff60c81b83549260c81b169116179055565b604051908152a4005b634e487b7160e01b5f52601160045260245ffd5b837f2379a4c3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b611a66836144df565b63348f2b4160e11b5f5260045260245ffd5b611a8e91632b3263b360e01b5f52600452612ec8565b60445ffd5b3461158c57611aa136612e26565b815f52600560205260405f20906001600160a01b0360028301541633141580611b6f575b611b4357825f52600960205260405f20815f5260205260405f209160ff600184015460f01c16600581101561168357600103611b2c5764ffffffffff60028401541693844211611b19576118449450614457565b8463348f2b4160e11b5f5260045260245ffd5b508263ddd7009b60e01b5f5260045260245260445ffd5b7fc09a2894000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5081545f5260026020526001600160a01b0360405f205416331415611ac5565b3461158c573660031901610100811261158c5760a01361158c5760a43567ffffffffffffffff811161158c57611bc9903690600401612e3c565b9060c43567ffffffffffffffff811161158c57611bea903690600401612e3c565b9190611bf461390d565b60043590815f52600560205260405f209360038501908154948560f81c6006811015611683576001810361205a5750611c2c8761414c565b4211612051576084359760405160208101908a825260208152611c50604082612fb8565b519020966001890197885403612025576001600160801b03906001600160501b03611c796130c3565b91169182911611611fe65750602060ff611c91613104565b1611611fb0576040519260208401957f0e5623df6e94155764d2ed2ec45c4da45a32ef308f2a473693ba3aa3db3076ef87528760408601526024359687606087015260443560ff811680910361158c576080870152606435906001600160801b03821680920361158c5786611d3d9260a067ffffffffffffffff9901528d60c082015260c08152611d2360e082612fb8565b5190209360028c0195856001600160a01b03885416614292565b6001600160a01b0360048b0154169283611f9e575b505050507f02000000000000000000000000000000000000000000000000000000000000006001600160f81b038454161783555460c01c915460981c1690039467ffffffffffffffff8611611a1d57608083927f0fb147bb8ada197931c73b0f8f2b8c94c196421ed317b87c11eeed209b2f45be92611f41611de467ffffffffffffffff611f799b1660e4358b614346565b9880545f52600260205260405f20906001600160a01b0360018301541699611e4c8b611e0e6130c3565b6001600160801b0360ff611e20613104565b1691168991926080936001600160a01b0392604051948552602085015260408401521660608201522090565b9055611eeb6001600160501b03611e616130c3565b16916001600160501b03600564ffffffffff4216925f8b604051611e8481612f63565b88815282602082015286604082015282606082015201520193166001600160501b031984541617835573ffffffffffffffffffff00000000000000000000198354168355829064ffffffffff60a01b1964ffffffffff60a01b83549260a01b169116179055565b805478ffffffffffffffffffffffffffffffffffffffffffffffffff1690556110426002611f358c67ffffffffffffffff6001600160501b03611f2c6130c3565b16911690613051565b9201918254871c612fda565b6001600160801b03611f51613104565b60ff611f5b6130c3565b916040519586521660208501521660408301526060820152a26143ff565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b611fa793614292565b88808080611d52565b60ff611fba613104565b7f51f4aa94000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6001600160801b03611ff66130c3565b7f8102da18000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b867f074b705b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b611a668761414c565b611a8e9086632b3263b360e01b5f52600452612ec8565b3461158c57602036600319011261158c576001600160a01b03612092612dcb565b165f526004602052602060405f2054604051908152f35b3461158c57602036600319011261158c5760043567ffffffffffffffff811161158c573660238201121561158c57806004013567ffffffffffffffff811161158c573660248260051b8401011161158c5761210261390d565b5f8080368590036101221901815b8583101561221b5760248360051b880101358281121561158c57870194602486019061213b82612f03565b956121678860848101988961215461010484018861308d565b9390926044606483013592013590613b19565b1561220d579183916121a3936001951515806121d1575b6121af575b505061219961219360a492612f03565b97612f03565b9697013590612ffa565b925b0191939293612110565b906001600160a01b036121c493949216613cc3565b5f90612199612193612183565b506121db83612f03565b6001600160a01b03828116911614158061217e57506121f989612f03565b6001600160a01b038084169116141561217e565b9650945050916001906121a5565b83908581612248575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b6001600160a01b0361225a9316613cc3565b808080611f79565b3461158c57604036600319011261158c576004356024356001600160601b0381169081810361158c5761229483613d5a565b906001600160801b0360028301541680841161237257509164ffffffffff827f37a5dc96283c260ba952c99b4383003a337bb17cafd9416409ae55b9ca7fd60e946001600160a01b036001600160a01b0319604096549260a01b16911617815582155f1461233b5761232960015f925b0191829064ffffffffff60a01b1964ffffffffff60a01b83549260a01b169116179055565b5460a01c1682519182526020820152a2005b612329600161236c7f0000000000000000000000000000000000000000000000000000000000000000854216613071565b92612304565b836311920a6d60e31b5f5260045260245260445ffd5b3461158c57602036600319011261158c57600435805f52600560205260405f20906123b38282614109565b5f916003810190815460f81c6006811015611683576002810361252a57506001600160501b0393507fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a918161251b600560409401612427815464ffffffffff62ffffff8260c81c169160a01c16858a61418e565b7f03000000000000000000000000000000000000000000000000000000000000006001600160f81b038554161784556001600160801b036124ba6124768a600687015416809b81955416612ffa565b85545f5260026020526124b5885f20975467ffffffffffffffff6124aa60028a015460c01c6001600160501b038416612ffa565b9160981c1690613044565b613044565b1693600281016124f16124d187835460801c612fda565b82546001600160801b031660809190911b6001600160801b031916178255565b6001600160801b036125068782845416613051565b166001600160801b0319825416179055614232565b549482519182526020820152a3005b6004810361261657506006810180547f00000000000000000000000000000000000000000000000000000000000000009060a01c64ffffffffff166501fffffffffe61257a9260011b1690612ffa565b804211156125f957509160409161251b866001600160801b036124ba6001600160501b037fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a987f05000000000000000000000000000000000000000000000000000000000000006001600160f81b038954161788555460501c16612476565b60018101809111611a1d57630a8d68c960e21b5f5260045260245ffd5b8360018203612628576125f98361414c565b611a8e9250632b3263b360e01b5f52600452612ec8565b3461158c5761264d36612e26565b90612656613007565b505f52600960205260405f20905f5260205260405f2060405161267881612f63565b81548152600182015460208201926001600160a01b038216845260ff60408401926001600160501b038160a01c16845260f01c1691606084019260058110156116835764ffffffffff60026001600160501b03946001600160a01b0393875201541695608086019687526040519551865251166020850152511660408301525160058110156116835760a09264ffffffffff91606084015251166080820152f35b3461158c5760a036600319011261158c57600435612735612db5565b90604435916001600160601b03831680930361158c576064356001600160601b0381169384820361158c576084359264ffffffffff84169081850361158c576001600160a01b039061278687613d5a565b50169586156128995760016060947fa82d11fb9fe59d9bf623b26ed08cc1bd0c2b248c8ad067178158b6db2f21c49796885f52600360205260405f208a5f5260205260405f20917fffffff0000000000000000000000000000000000ffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000077ffffffffffffffffffffffff0000000000000000000000008554938b1b169360c01b16911617178155846001600160601b03198254161781550164ffffffffff8154861c161561286c575b5060405192835260208301526040820152a3005b6c0100000000000000000000000070ffffffffff0000000000000000000000001982541617905587612858565b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461158c576128cf36612e26565b90805f52600560205260405f2091600383015460f81c600681101561168357600281036129785750815f52600860205260405f20815f5260205260405f20906001600160501b03825460a01c16156129675750600164ffffffffff91015416918242111561294a57611844925064ffffffffff42169161402b565b60018301808411611a1d57630a8d68c960e21b5f5260045260245ffd5b62e357e360e31b5f5260045260245ffd5b611a8e9083632b3263b360e01b5f52600452612ec8565b3461158c57611f796129a036612e26565b906129a961390d565b613dc4565b3461158c575f36600319011261158c57602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461158c57604036600319011261158c57600435612a0b612db5565b90612a1461390d565b612a1d81613d5a565b906001600160a01b038316908115612899576001830192835464ffffffffff8160a01c168015612b0757804210612af557611f7964ffffffffff60a01b19886001600160a01b03898989896001600160801b03612a9f8b8354938460a01c9089600282019686885416938481105f14612aeb579d8e955b168b55169055612fda565b166001600160801b03198254161790557f04eda370f8b8612fa7266d7ebbd41af9d694e19793fe9d9ff31b3ddbd99b08e160206001600160801b03604051981697888152a35416613cc3565b50839d8e95612a94565b630a8d68c960e21b5f5260045260245ffd5b837f1bb31f4f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3461158c57612b4136612e26565b905f60408051612b5081612f47565b82815282602082015201525f52600860205260405f20905f52602052606060405f2064ffffffffff604051612b8481612f47565b6001600160501b03835460408460016001600160a01b0384169788875285602088019560a01c16855201541693019283526040519485525116602084015251166040820152f35b3461158c57602036600319011261158c575f60a0604051612beb81612f17565b82815282602082015282604082015282606082015282608082015201526004355f52600260205260c060405f206001600160801b03604051612c2c81612f17565b8183549164ffffffffff6001600160a01b03841695868352602083019460a01c85526001600160a01b036001820154916001600160601b0360026040870192848616845286606089019660a01c16865201549760a06080880197898b168952019860801c89526040519a8b52511660208a0152511660408801525116606086015251166080840152511660a0820152f35b3461158c575f36600319011261158c57602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461158c5761010036600319011261158c57600435612d1b612db5565b60443567ffffffffffffffff811161158c57612d3b903690600401612df5565b909290608036606319011261158c57612d629060e43594612d5a61390d565b858486613981565b15612d8557611f7982612d73612ed6565b6001600160a01b036084359216613cc3565b90507f26a0d329000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b602435906001600160a01b038216820361158c57565b600435906001600160a01b038216820361158c57565b35906001600160a01b038216820361158c57565b9181601f8401121561158c5782359167ffffffffffffffff831161158c576020808501948460061b01011161158c57565b604090600319011261158c576004359060243590565b9181601f8401121561158c5782359167ffffffffffffffff831161158c576020838186019501011161158c57565b90604060031983011261158c57600435916024359067ffffffffffffffff821161158c5761028090829003600319011261158c5760040190565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600681101561168357602452565b6064356001600160a01b038116810361158c5790565b6101c4356001600160a01b038116810361158c5790565b356001600160a01b038116810361158c5790565b60c0810190811067ffffffffffffffff821117612f3357604052565b634e487b7160e01b5f52604160045260245ffd5b6060810190811067ffffffffffffffff821117612f3357604052565b60a0810190811067ffffffffffffffff821117612f3357604052565b610200810190811067ffffffffffffffff821117612f3357604052565b6040810190811067ffffffffffffffff821117612f3357604052565b90601f8019910116810190811067ffffffffffffffff821117612f3357604052565b906001600160801b03809116911603906001600160801b038211611a1d57565b91908201809211611a1d57565b6040519061301482612f63565b5f6080838281528260208201528260408201528260608201520152565b81810292918115918404141715611a1d57565b91908203918211611a1d57565b906001600160801b03809116911601906001600160801b038211611a1d57565b9064ffffffffff8091169116019064ffffffffff8211611a1d57565b903590601e198136030182121561158c570180359067ffffffffffffffff821161158c57602001918160061b3603831361158c57565b6064356001600160801b038116810361158c5790565b610204356001600160801b038116810361158c5790565b356001600160801b038116810361158c5790565b60443560ff8116810361158c5790565b906001600160501b03809116911601906001600160501b038211611a1d57565b9392919093602081013592835f52600560205260405f20926003840192835460f81c600681101561168357600281036134a85750855f52600860205260405f20885f5260205260405f20968754906001600160501b038260a01c169485156134965760608401606435938c85149081159161346c575b811561344c575b50613420576131df906131c386612f03565b6131d060e088018861308d565b9290918d60408a013591614acc565b60018901540361340d5760c0604051946131f886612f9c565b60a081013586526080810135602087015201359460ff86169586810361158c57505f602060405161322881612f9c565b82815201526040519360208501907f8ad7a6fa2679969aa45078562154950d2d7f0a458afcd37eafc6ab2ee52c942882528b604087015260443563ffffffff811680910361158c57606087015260808601526084356001600160a01b03811680910361158c5760a086015260a435966001600160801b0388169687890361158c578760c088015260c435926001600160801b03841680850361158c578060e08a015260e4359160ff831680930361158c57896133039361010061331c9c015261010081526132f861012082612fb8565b519020945089612ffa565b6040519361331085612f9c565b84526020840152614b5e565b156133fa5782116133de5750506133355f945b83614ba7565b60405194837f9c44144a645615d0cf9aee4245765824082dbd3cddb16813383773ec804d604b60206001600160501b03881698898152a36001600160501b0361339681600585015416966133916006860198848a541690612ffa565b612ffa565b915416106133c75750506133b56001600160501b039182845416613114565b166001600160501b0319825416179055565b6133dc93504264ffffffffff1692509061402b565b565b6133f36001600160501b039161333593612fda565b169461332f565b8563076e4b8f60e51b5f5260045260245ffd5b8863076e4b8f60e51b5f5260045260245ffd5b8b7fde7ab450000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506001600160a01b038061346084612f03565b9216911614155f6131b1565b90506084356001600160a01b0381169081810361158c57506001600160a01b0382161415906131aa565b8a62e357e360e31b5f5260045260245ffd5b611a8e9087632b3263b360e01b5f52600452612ec8565b6020821061350557601f198201918211611a1d575f52600660205260405f2060b082045f5260205260b060405f2054910660500180605011611a1d571c60019081161490565b60019182915f526005602052600560405f20015460e01c901c161490565b6102243567ffffffffffffffff8116810361158c5790565b3567ffffffffffffffff8116810361158c5790565b805f52600a60205264ffffffffff60405f2054166135b0575f818152600a60205260408120805464ffffffffff19164264ffffffffff161790557f349a34783f22978672d69a7522c3139369708176151a43ad3e07c7a970ed91ed9080a2565b50565b3563ffffffff8116810361158c5790565b805f52600560205260405f20916135db8383614109565b600383015460f81c6006811015611683576004810361297857506006830164ffffffffff815460a01c169164ffffffffff6136377f00000000000000000000000000000000000000000000000000000000000000008095613071565b16804211611a66575061364b818686614552565b93909163ffffffff61365f602083016135b3565b1696865f52600960205260405f20885f5260205260405f20600181019160ff835460f01c1660058110156116835760011480613902575b6138ef5750505460f01c60ff166005811015611683576138bf57604064ffffffffff855460a01c1664ffffffffff42168082115f146138b75750915b01916136dd83612f03565b956136e88284613071565b91604051906136f682612f63565b86825260208201986001600160a01b0316895260408201936001600160501b03841694858152606084019060018252608085019264ffffffffff1683528c5f5260096020528d60405f20905f5260205260405f2094518555600185019b516001600160a01b03166001600160a01b03168c546001600160a01b031916178c55516001600160501b03166137b0908c9069ffffffffffffffffffff60a01b1969ffffffffffffffffffff60a01b83549260a01b169116179055565b519660058810156116835761389160809a6138586001600160a01b039761389c977f0c9ee3bd694f0ad50672b3a6f892ce74d5102a30b45e06b1320b04d656c5ce699f600264ffffffffff9e8f92996138969a849260ff60f01b197eff00000000000000000000000000000000000000000000000000000000000083549260f01b1691161790555116920191168d198254161790556001600160501b03835460501c16613114565b73ffffffffffffffffffff000000000000000000001973ffffffffffffffffffff0000000000000000000083549260501b169116179055565b612f03565b94613071565b926040519586521660208501526040840152166060820152a3565b9050916136d2565b86867f840071b5000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b95509693505050506133dc949250614457565b508582541415613696565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6139595760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b90929193835f52600560205260016139c660405f20926005840195606489898954986139c162ffffff8b60c81c1664ffffffffff8c60a01c168b8561418e565b614acc565b91015403613b0657608435906001600160501b03821694602081105f14613a835760e0018060e011611a1d5760018083831c1614613a7957613a2e9273ffffffffffffffffffff000000000000000000006001613a28931b9160501b16612ffa565b90612ffa565b90555b606435916001600160a01b0383169283810361158c577f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f9160209150604051908152a3600190565b5050505050505f90565b92505050601f198101908111611a1d5760b0808204910660500180605011611a1d57825f52600660205260405f20825f5260205260405f20549060018083831c1614613afd576001613ad886613ae094612ffa565b911b90612ffa565b90825f52600660205260405f20905f5260205260405f2055613a31565b50505050505f90565b8263076e4b8f60e51b5f5260045260245ffd5b9093929194845f5260056020526001613b5960405f20926005840196868a8a8a54986139c162ffffff8b60c81c1664ffffffffff8c60a01c168b8561418e565b91015403613cb0576020820135916001600160501b03831695602081105f14613c0e5760e001908160e011611a1d5760018084841c1614613c03577f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f94613bee6001600160a01b0394613a2860209773ffffffffffffffffffff000000000000000000006001613bf5981b9160501b16612ffa565b9055612f03565b1693604051908152a3600190565b505050505050505f90565b9250925050601f198101908111611a1d5760b0808204910660500180605011611a1d57835f52600660205260405f20825f5260205260405f20549060018083831c1614613a79577f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f93602093613c95613bf5936001613ad88b6001600160a01b0398612ffa565b90875f526006865260405f20905f52855260405f2055612f03565b8363076e4b8f60e51b5f5260045260245ffd5b916001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615613d39575b60405215613d1d5750565b6001600160a01b0390635274afe760e01b5f521660045260245ffd5b906001811516613d5157823b15153d15161690613d12565b503d5f823e3d90fd5b90815f52600260205260405f20916001600160a01b038354168015613db1573303613d825750565b7f0e25346d000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b506375c000b160e01b5f5260045260245ffd5b805f52600260205260405f206001600160a01b0381541615613db1578215614003576001600160601b038311613fe5576001600160a01b036001820154166040516370a0823160e01b8152306004820152602081602481855afa908115613f77575f91613fb3575b50604051917f23b872dd000000000000000000000000000000000000000000000000000000005f5233600452306024528560445260205f60648180855af160015f5114811615613f94575b836040525f60605215613f8257826024816020936370a0823160e01b82523060048301525afa8015613f77575f90613f43575b613eb49250613044565b838103613f1457506002016001600160801b03613ed681851682845416613051565b166001600160801b03198254161790556040519182527f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60203393a3565b837f857dd552000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020823d602011613f6f575b81613f5d60209383612fb8565b8101031261158c57613eb49151613eaa565b3d9150613f50565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b6001811516613faa57813b15153d151616613e77565b833d5f823e3d90fd5b90506020813d602011613fdd575b81613fce60209383612fb8565b8101031261158c57515f613e2c565b3d9150613fc1565b82637f16270360e01b5f526004526001600160601b0360245260445ffd5b7fc46babb1000000000000000000000000000000000000000000000000000000005f5260045ffd5b6003820180546001600160f81b03167f040000000000000000000000000000000000000000000000000000000000000017905560068201805464ffffffffff60a01b191660a085901b64ffffffffff60a01b1617815590927fa1221027ff9863c679aae7b2a3cb2d9fdb1a3a3cd857243aeb3d3cf30cbdad7992602092905f9060058101906001600160501b03825416806140e2575b5050556001600160501b0319815416905564ffffffffff60405191168152a2565b61410291548452600287526110426002604086200191825460801c613051565b5f806140c1565b600382015460f81c6006811015611683576001036141485761412a8261414c565b9182421161413757505050565b64ffffffffff6133dc93169161402b565b5050565b63ffffffff600261418b92015460a01c1664ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690612ffa565b90565b91908115614213575064ffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906141ca8282612ffa565b4210614209575050816141db575050565b7f0e1d3815000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b612af59250612ffa565b826003611a8e92015460f81c90632b3263b360e01b5f52600452612ec8565b81156141485760018161426160026001600160a01b0394016110426001600160801b038716825460801c612fda565b0154165f52600460205261427a60405f20918254612ffa565b9055565b35906001600160801b038216820361158c57565b6001600160a01b0316929091831591849183156142e1575b50505090506142b65750565b7f9a7d38d9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001600160a01b03935061433361433893956142fb61571b565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b61596c565b505016141580825f806142aa565b92918082116143d0575067ffffffffffffffff1691826143635750565b60030180548367ffffffffffffffff8260981c160167ffffffffffffffff8111611a1d577affffffffffffffff000000000000000000000000000000000000007fffffffffff0000000000000000ffffffffffffffffffffffffffffffffffffff9160981b169116179055565b907fe757126a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9167ffffffffffffffff16908115614452576133dc92604051908382527f0ae7c9bfbc7dfc3426a34852f9a1cdd2f750abec8190abbff0bbe13d8118c30c60203393a36001600160a01b03339116613cc3565b505050565b91926001600160501b037feae6e1c06eb1428052dbb51f187231c434369c38b1558979ffcf135e9106607d92600160209301907e0200000000000000000000000000000000000000000000000000000000000060ff60f01b19835416178255545f52600283526144d160405f2083835460a01c1690614232565b5460a01c16604051908152a3565b64ffffffffff600561418b92015460a01c1664ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690612ffa565b903590601e198136030182121561158c570180359067ffffffffffffffff821161158c5760200191813603831361158c57565b92916040519060208201917ff98e734c5b3a7eae9f6be817ec148123d37ed3989a421e1c8b058df8d9420bbb83528135806040830152602083019063ffffffff61459b83614b4d565b16606084015260408401916001600160a01b036145b784612de1565b1660808501526060850135988960a0860152608086019763ffffffff6145dc8a614b4d565b1660c087015260a08701976001600160801b036145f88a61427e565b1660e088015260c088019667ffffffffffffffff61461589614bf4565b16610100820152610100815261462d61012082612fb8565b5190209a8b9383861490811591614a98575b508015614a6b575b8015614a55575b614a295761012088013592831490811591614a19575b8115614a09575b5080156149e3575b6149b757614736946001600160a01b036004836146a983600261474c97015416976146a28d60e081019061451f565b918a614292565b0154169283614999575b60405160208101917f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838835260408201526101408a013560608201526101608a013560808201526101808a013560a082015263ffffffff6147166101a08c01614b4d565b1660c082015260c0815261472b60e082612fb8565b519020958691612f03565b6147446101c08a018a61451f565b929091614292565b835f52600a60205264ffffffffff60405f20541693610260870190614771828961451f565b9050614852575b50505050508015918215614834575b5050614821576147c06147c69163ffffffff6147b96101a06001600160801b036147b184986130f0565b1693016135b3565b1690613031565b926135b3565b16801561480d576001600160501b039104169081156147e157565b827f476c41b1000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b84634a37e78b60e01b5f5260045260245ffd5b67ffffffffffffffff9192506148499061353b565b16105f80614787565b9091929394506101e087013594851490811591614989575b8115614979575b50614966576149146001600160a01b039161490e6149076040519760208901907f5408912d0bed761c80bdbcf5ca562b8ed6f5512253b39138ea3e17667e7b2d96825260408a01526102008b013560608a01526102208b013560808a01526102408b019867ffffffffffffffff6148e78b614bf4565b1660a082015260a081526148fc60c082612fb8565b5190206142fb61571b565b918961451f565b9161596c565b5050168015918215614945575b50506142b6575061493a67ffffffffffffffff9161353b565b165f80808080614778565b838214159250908261495b575b50505f80614921565b141590505f80614952565b89634a37e78b60e01b5f5260045260245ffd5b905061022087013514155f614871565b6102008801358c1415915061486a565b6149b28d6149ab6101008c018c61451f565b9187614292565b6146b3565b827f9ac41816000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506149f16101a088016135b3565b63ffffffff80614a008c6135b3565b16911611614673565b905061016088013514155f61466b565b6101408901358514159150614664565b837fe555d244000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5063ffffffff614a648b6135b3565b161561464e565b50614a75896130f0565b6001600160801b0368ffffffffffffffffff600385015460501c16911611614647565b614aa291506135b3565b63ffffffff614ac2600385015461ffff808260e81c169160d81c16612ffa565b911610155f61463f565b939091614b1693602060c08895604051907f403a3cc7c6e28b853c23c6552d516def56ba34f9513cb9d7ab22de9f0ebeed2d82528382015260808460408301372091013590615831565b90929083614b2657505050505f90565b6040805194855260208501919091528301526001600160a01b031660608201526080902090565b359063ffffffff8216820361158c57565b9492909391938303613afd57836020614b7b955191015190615831565b90918215159283614b9c575b5082614b9257505090565b6020015114919050565b81511492505f614b87565b60059169ffffffffffffffffffff60a01b198154169055015f1962ffffff825460c81c160162ffffff8111611a1d57815462ffffff60c81b191660c89190911b62ffffff60c81b16179055565b359067ffffffffffffffff8216820361158c57565b67ffffffffffffffff614d0161016080938035865260208101356020870152604081013560408701526001600160a01b03614c4660608301612de1565b1660608701526001600160a01b03614c6060808301612de1565b16608087015263ffffffff614c7760a08301614b4d565b1660a087015263ffffffff614c8e60c08301614b4d565b1660c08701526001600160801b03614ca860e0830161427e565b1660e08701526001600160801b03614cc3610100830161427e565b166101008701526001600160801b03614cdf610120830161427e565b1661012087015283614cf46101408301614bf4565b1661014087015201614bf4565b16910152565b60405160208101907f93001abb46c3120423ee8d948acdf7a45b9a7fbe4f7ce66c90fcfab296c957bd8252614d40604082016004614c09565b6101a08152614d516101c082612fb8565b51902090565b9290614d65906142fb61571b565b926001600160a01b0381169384151580614ddd575b614dd6576064835f9460209660405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d111616156142b65750565b5050505050565b50846001600160a01b03614df285878561596c565b50501614614d7a565b906101443567ffffffffffffffff81169081810361158c5781421161557957505062278d00420192834211611a1d5763ffffffff841161556d575b610164359067ffffffffffffffff82169485831415958661158c574281108015615561575b61552c57505060a43563ffffffff81169283821415938461158c578015801561551e575b8015615501575b6154b85750614ef5614ee2614ecf614ebd63ffffffff614ea660a46135b3565b1663ffffffff614eb660c46135b3565b1690612ffa565b6001600160801b036147b960e46130f0565b6001600160801b03614eb66101046130f0565b6001600160801b03614eb66101246130f0565b9661012435926001600160801b0384169586850361158c57614f17878b613044565b9360e435936001600160801b0385169182861415928361158c5768ffffffffffffffffff811161549957505f9967ffffffffffffffff811161547b57506001600160501b03871161545d576004359c8d5f52600360205260405f206001600160a01b038d165f5260205260405f2080549064ffffffffff8260c01c168015615422578042116153ea57506001600160601b0382168084116153bb5750600164ffffffffff6201518042041691019182548264ffffffffff8260601c16145f146153ab576001600160601b03808092165b169160601c1681808211156153a357614fff91613044565b8085116153745750906001600160601b0361501b858294612ffa565b169070ffffffffff0000000000000000000000001970ffffffffff00000000000000000000000085549260601b169116178355166001600160601b03198254161790558d5f526002602052600260405f2001908154906001600160801b0382169081811161535f576150a96001600160801b0393926150a0856150c994168092612fda565b9360801c613051565b84546001600160801b031660809190911b6001600160801b031916178455565b166001600160801b03198254161790558b5f52600560205260405f20998d8b5560443560018c0155606435926001600160a01b038416840361158c576001600160a01b0360028d0194166001600160a01b031985541617845561158c5782549061158c576001600160a01b0377ffffffff00000000000000000000000000000000000000007fffffffffffffffff0000000000000000000000000000000000000000000000008b60c01b169360a01b169116171790556001600160501b038060038a019616166001600160501b031986541617855561158c5783549061158c5760c4359063ffffffff8216820361158c577fff00000000ffffffffffffffff000000000000000000ffffffffffffffffffff72ffffffffffffffffff000000000000000000007effff0000000000000000000000000000000000000000000000000000000000847cffff000000000000000000000000000000000000000000000000000000955060e81b169560501b169116179160d81b16171781557f01000000000000000000000000000000000000000000000000000000000000006001600160f81b03825416179055608435906001600160a01b0382169485830361158c576152f2956f7fffffffffffffffffffffffffffffff9381615343575b505087877f717b772f376849434aedf1061b7fc3813977a3306b30680e0e6df57b9b2bc4916101806001600160a01b03604051956152e5876004614c09565b1694a460011c1691614346565b9067ffffffffffffffff8216801561533d5760016001600160a01b03916133dc955f52600260205261533460405f20916110426002840191825460801c612fda565b015416906143ff565b50505050565b5060048601906001600160a01b03198254161790555f806152a6565b6311920a6d60e31b5f5260045260245260445ffd5b847f49ad24a9000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50505f614fff565b506001600160601b03805f614fe7565b837f2889cf43000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6001600160a01b038f7f2169d516000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b508f8e6001600160a01b03917f82969291000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b86637f16270360e01b5f526004526001600160501b0360245260445ffd5b637f16270360e01b5f5260045267ffffffffffffffff60245260445ffd5b637f16270360e01b5f5260045268ffffffffffffffffff60245260445ffd5b828561158c575060c4359063ffffffff82169182810361158c57507fafeadbdf000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5060c43563ffffffff811680820361158c5761ffff915011614e86565b505f945061ffff8111614e7f565b838761158c57507f2cd0b0c2000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b505f9650818111614e5b565b63ffffffff9350614e36565b507f7d372854000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60a43563ffffffff81169081810361158c575060c4359063ffffffff82169081830361158c576155d59250612ffa565b60e435906001600160801b0382169081830361158c576155f59250613031565b61010435906001600160801b0382169081830361158c576156169250612ffa565b61012435906001600160801b0382169081830361158c5761418b9250612ffa565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260243560408201526044356060820152606435608082015260843560a082015260a43563ffffffff811680910361158c5760c082015260c08152614d5160e082612fb8565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260e43560408201526101043560608201526101243560808201526101443560a08201526101643563ffffffff811680910361158c5760c082015260c08152614d5160e082612fb8565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480615808575b15615776577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614d5160c082612fb8565b507f0000000000000000000000000000000000000000000000000000000000000000461461574d565b9391949290946020831180156158ee575b6158e3579085949592607f19609f604051011690601f198201907fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d853825260061b830192915b8383106158a457505050505060f81c61589c57565b5f9250829150565b909192939694978360408092818b60061b168517908152886020820152183760a082209760208401359586019795179460011c93926040019190615887565b505f94508493505050565b5080831c1515615842565b67ffffffffffffffff8111612f3357601f01601f191660200190565b60ff811690601f82116159445760405191615931604084612fb8565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b90604183036159965761598f9250602081013591604082359201355f1a906159a0565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615a17579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15613f77575f516001600160a01b03811615615a0d57905f905f90565b505f906001905f90565b5050505f916003919056'
