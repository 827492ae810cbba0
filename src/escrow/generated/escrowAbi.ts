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
            "type": "uint80",
            "internalType": "uint80"
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
export const escrowBytecode = '0x6101e0806040523461023c57608081615be880380380916100208285610240565b83398101031261023c57604051608081016001600160401b038111828210176102285764ffffffffff9283916040528161005982610263565b8085528161006960208501610263565b93846020880152606061008f8161008260408501610263565b938460408c015201610263565b97019687526040516100a2604082610240565b60098152602081019068119d5e9e989d5c9cdd60ba1b8252604051916100c9604084610240565b600183526020830191603160f81b83526100e281610275565b610120526100ef84610275565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015860c082610240565b5190206080523060c05216610160521661018052166101a05251166101c05260405161590790816102e1823960805181615639015260a051816156f0015260c0518161560a015260e05181615688015261010051816156ae015261012051816116ab015261014051816116d4015261016051818181610ed301526122d50152610180518181816118aa015281816124d501528181612958015281816135cb01528181614121015261447001526101a0518181816109fe01526140e701526101c0518181816105500152612c670152f35b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b0382119082101761022857604052565b519064ffffffffff8216820361023c57565b601f8151116102a0576020815191015160208210610291571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c80630478a7bd14612c8b5780630a3cb66314612c4a5780630b61a88714612b58578063165ce86014612ac05780631b258d501461297c5780631c8ec2991461293b5780631de26e161461291c5780631e07c16d1461284e5780632161a5c4146126a657806333b6d871146125cc57806339c79e0c146123185780633cd26d11146121f25780633e98872f146120395780634773285a146120015780634cb0ef0314611b685780635c5f60d414611a6c578063674c3a1a1461181f578063762497b8146117a757806384b0196e1461169357806385f5276f1461167057806388a78d121461157c57806393be5c1614611487578063a3b7aa13146110fa578063a4ad7c7f14610f3e578063a5f58c8414610ef7578063a7ab696114610eb5578063affe000e14610a8e578063b482e87014610a71578063bc23adb714610a40578063c44cabd014610a22578063c8f0582f146109e0578063ca004d03146109c8578063cfe8459d14610904578063d3ea7b7314610600578063ec13cc7b146104ed578063f14ddffc146101d65763f698da25146101b1575f80fd5b346101d357806003193601126101d35760206101cb615600565b604051908152f35b80fd5b50346101d35760403660031901126101d3576101f0612d58565b60243590803b151580610474575b1561044057828060405160208101907ff5eb42dc00000000000000000000000000000000000000000000000000000000825230602482015260248152610245604482612f45565b519084620186a0fa3d15610439573d61025d816157de565b9061026b6040519283612f45565b81523d85602083013e5b8161042d575b50801561039b575b61036757604051906001600160a01b0360208301913383521691826040820152836060820152606081526102b8608082612f45565b51902091828452600260205260408420936001600160a01b0385541661033b575060016020946001600160a01b0333166001600160a01b031982541617815501826001600160a01b0319825416179055604051908152827ea1306a18181a503e41d0ffc0de3a43e52ac8bfb151bc35436001f7f0ec835a853393a4604051908152f35b80847f3683f1b40000000000000000000000000000000000000000000000000000000060249352600452fd5b7fbc5c114f0000000000000000000000000000000000000000000000000000000083526001600160a01b0316600452602482fd5b50828060405160208101907f1da24f3e000000000000000000000000000000000000000000000000000000008252306024820152602481526103de604482612f45565b519084620186a0fa3d15610426573d6103f6816157de565b906104046040519283612f45565b81523d85602083013e5b8161041a575b50610283565b6020915051145f610414565b606061040e565b6020915051145f61027b565b6060610275565b7ff0ae59ab0000000000000000000000000000000000000000000000000000000083526001600160a01b0316600452602482fd5b50828060405160208101906370a0823160e01b82523060248201526024815261049e604482612f45565b519084620186a0fa3d156104e6573d6104b6816157de565b906104c46040519283612f45565b81523d85602083013e5b816104da575b506101fe565b6020915051145f6104d4565b60606104ce565b50346101d35760203660031901126101d357600435908181526005602052604081209161051a8354613cdb565b50600283015460f81c60068110156105ec57600281036105a0575061053e83614456565b4210156105855761058291925b61057c7f000000000000000000000000000000000000000000000000000000000000000064ffffffffff4216612ffe565b91613fac565b80f35b50610591602492614456565b63348f2b4160e11b8252600452fd5b92600184146105c557506044926105c391632b3263b360e01b8452600452612e55565bfd5b92506105d0836140cd565b42116105e057610582919261054b565b506105916024926140cd565b602483634e487b7160e01b81526021600452fd5b50346101d3576101a03660031901126101d35760a03660231901126101d35760c43567ffffffffffffffff81116109005761063f903690600401612dc9565b9060a03660e31901126108fc576101843567ffffffffffffffff81116108f85761066d903690600401612dc9565b906024359360e43585148015906108e9575b80156108d2575b6108aa5760443593858752600560205260408720868852600860205260408820868952602052604088208789526009602052604089206004358a5260205260408920600181019160ff835460f01c166005811015610896576001148061088c575b156108035750600264ffffffffff910154168042116107f157506107c8936001600160a01b0396936107ac8b979461077360066001600160501b03878d6107ba9954169c507e0300000000000000000000000000000000000000000000000000000000000060ff60f01b198254161781555460a01c169201916001600160501b03835460501c166130a1565b73ffffffffffffffffffff000000000000000000001973ffffffffffffffffffff0000000000000000000083549260501b169116179055565b6107b461551c565b87614214565b6107c261558c565b84614214565b16917fab1487480d6619d6acd39310d4ea6eb980da202f7234b122bd5213ef7da86c2a8480a480f35b63348f2b4160e11b8a52600452602489fd5b9150506002829695949392015460f81c60068110156108785760021480610862575b15610850576001600160a01b039594926107c8949261084b83896107ba95541698614b1d565b6107ac565b6024898862e357e360e31b8252600452fd5b506001600160501b03815460a01c161515610825565b60248a634e487b7160e01b81526021600452fd5b50888254146106e7565b60248c634e487b7160e01b81526021600452fd5b6004867f0b69ebb3000000000000000000000000000000000000000000000000000000008152fd5b506108db61551c565b6108e361558c565b14610686565b5061010435604435141561067f565b8380fd5b8280fd5b5080fd5b50346101d35760403660031901126101d3576001600160a01b036040610928612d42565b92610931612f94565b50600435815260036020522091165f5260205260a060405f2064ffffffffff6040519161095d83612ef0565b6001600160601b0381549383828616958683528360016020850196828460601c16885284604087019460c01c1684520154958360806060870196848a168852019760601c16875260405198895251166020880152511660408601525116606084015251166080820152f35b50346101d3576105826109da36612df7565b9061357e565b50346101d357806003193601126101d357602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d357806003193601126101d357602060405162278d008152f35b50346101d35760203660031901126101d35764ffffffffff60406020926004358152600a8452205416604051908152f35b50346101d35760203660031901126101d35761058260043561350a565b50346101d35760203660031901126101d357806101e0604051610ab081612f0c565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152610b01612f94565b610180820152826101a0820152826101c0820152015260043581526005602052604081209060405191610b3383612f0c565b805483526001810154602084015260028101546001600160a01b038116604085015264ffffffffff8160a01c16606085015262ffffff8160c81c16608085015262ffffff8160e01c1660a085015260f81c60068110156105ec5764ffffffffff9160069160c08601526001600160501b03600382015481811660e0880152818160501c1661010088015260a01c166101208601526001600160501b0360048201546001600160a01b03811661014088015260a01c16610160860152604051610bfa81612ef0565b60058201546001600160501b03811682526001600160501b038160501c166020830152848160a01c16604083015262ffffff8160c81c16606083015260e01c608082015261018086015201546001600160501b0381166101a08501526001600160501b038160501c166101c085015260a01c166101e0830152610c9062ffffff60808401511662ffffff60a08501511690612f87565b91815b60b0810281810460b01482151715610ea15780602001602011610ea15784906020011015610d225760043583526006602052604083208184526020526001600160501b036040842054166001600160501b03610cfb60206101808601510192828451166130c1565b1690525f198114610d0e57600101610c93565b602483634e487b7160e01b81526011600452fd5b50906040519082518252602083015160208301526001600160a01b03604084015116604083015264ffffffffff606084015116606083015262ffffff608084015116608083015262ffffff60a08401511660a083015260c0830151906006821015610e8d57506101e06102809364ffffffffff9260c08501526001600160501b0360e08201511660e08501526001600160501b03610100820151166101008501526001600160501b03610120820151166101208501526001600160a01b03610140820151166101408501526001600160501b036101608201511661016085015263ffffffff60806101808301516001600160501b038151166101808801526001600160501b036020820151166101a0880152856040820151166101c088015262ffffff606082015116858801520151166102008501526001600160501b036101a0820151166102208501526001600160501b036101c082015116610240850152015116610260820152f35b80634e487b7160e01b602492526021600452fd5b602484634e487b7160e01b81526011600452fd5b50346101d357806003193601126101d357602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d35760403660031901126101d35760ff60406020926001600160a01b03610f20612d58565b16815260078452818120602435825284522054166040519015158152f35b50346101d357610f4d36612db3565b9190610f5761388e565b8082526009602052604082208383526020526040822092600184019360ff855460f01c1660058110156110e6576001036110cf57600264ffffffffff910154168042111561109f57506001600160a01b03600184956001600160501b039361107996507e0400000000000000000000000000000000000000000000000000000000000060ff60f01b198354161782558588526005602052604088205488526002602052604088209161103a86825460a01c1661101b6002860191825460801c612f67565b6001600160801b036001600160801b031983549260801b169116179055565b549084821695869260a01c16967f74846e868477edbf27b7519189d17f3394cfa2c387b6bb757ddc47503705642760206040518a8152a4015416613c44565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b83816001602493018091116110bd57630a8d68c960e21b8252600452fd5b50634e487b7160e01b81526011600452fd5b50829163ddd7009b60e01b60449452600452602452fd5b602485634e487b7160e01b81526021600452fd5b50346101d35736600319016102a0811261090057610180136101d3576101843567ffffffffffffffff811161090057611137903690600401612dc9565b909160c0366101a31901126101d3576102643567ffffffffffffffff811161090057611167903690600401612dc9565b939061117161388e565b611179614c7d565b938484526005602052600260408520015460f81c60068110156110e657611474576101a435906004358214801590611444575b61141c5767ffffffffffffffff6111c16134dd565b1642116113df576111d061548a565b6001600160801b036111e0613066565b1610611397576001600160a01b036111f6612e79565b16855260076020526040852093610244359485875260205260ff60408720541661136b579061122d9187611228612e63565b614214565b611235612e79565b9060405160208101917f097c65dd968c32db1e4d0d6aa6d2dc6f1bdbc8065fe43e6a7f6ce2f24366d07b835260408201526101c4356001600160a01b0381168091036113675760608201526101e4356001600160a01b038116809103611367576080820152610204356001600160801b0381168091036113675760a08201526102243567ffffffffffffffff81168091036113675791816112f9959360c060209b969401528660e082015260e081526112f061010082612f45565b51902090614ccd565b6001600160a01b03611309612e79565b1682526007845260408220908252835260408120600160ff1982541617905561133d61028435611337612e79565b84614d71565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b8680fd5b602486867fe065ab4a000000000000000000000000000000000000000000000000000000008252600452fd5b6044856001600160801b036113aa61548a565b6113b2613066565b907f27c1972200000000000000000000000000000000000000000000000000000000845260045216602452fd5b60248567ffffffffffffffff6113f36134dd565b7fcb97e34300000000000000000000000000000000000000000000000000000000835216600452fd5b6004857fb2ddde65000000000000000000000000000000000000000000000000000000008152fd5b506101e4356001600160a01b0381169081810361136757506001600160a01b0361146c612e63565b1614156111ac565b60248486639e2b4bfd60e01b8252600452fd5b50346115655760c0366003190112611565576004359060243560643560ff8116809103611565576114b661388e565b835f5260026020526001600160a01b03600160405f2001541690811561156957813b15611565575f9160e4839260405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528860448501526044356064850152608484015260843560a484015260a43560c48401525af161154f575b506110799192613d45565b61107992505f61155e91612f45565b5f91611544565b5f80fd5b846375c000b160e01b5f5260045260245ffd5b346115655736600319016101e08112611565576101801361156557610184356001600160a01b0381168103611565576101a43567ffffffffffffffff8111611565576115cc903690600401612dc9565b6115d792919261388e565b6115df614c7d565b92835f526005602052600260405f20015460f81c600681101561165c57611649579161161361161e92859460209684614ccd565b6101c4359083614d71565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b83639e2b4bfd60e01b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b3461156557602061168961168336612db3565b90613479565b6040519015158152f35b34611565575f3660031901126115655761174b6116cf7f00000000000000000000000000000000000000000000000000000000000000006157fa565b6116f87f00000000000000000000000000000000000000000000000000000000000000006157fa565b60206117596040519261170b8385612f45565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190612e31565b908582036040870152612e31565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061179057505050500390f35b835185528695509381019392810192600101611781565b34611565576101403660031901126115655760043567ffffffffffffffff81116115655761010060031982360301126115655760c036604319011261156557610124359067ffffffffffffffff82116115655761180b61181d923690600401612d82565b916101043590602435906004016130e1565b005b346115655761182d36612df7565b815f52600560205260405f2091600283015460f81c600681101561165c5760028103611a51575061185d83614456565b421015611a365761186f8284836144c9565b9092825f52600860205260405f20845f5260205264ffffffffff600160405f20015416611a0a576118a4604060059201612e90565b946118d67f000000000000000000000000000000000000000000000000000000000000000064ffffffffff4216612ffe565b9564ffffffffff6001816001600160a01b03604051946118f586612ed4565b16998a855261197a6001600160501b0380602088019a16998a81528460408901941684528b5f52600860205260405f208d5f526020526001600160a01b038060405f20995116166001600160a01b03198954161788555116869069ffffffffffffffffffff60a01b1969ffffffffffffffffffff60a01b83549260a01b169116179055565b51169201911664ffffffffff198254161790550190600162ffffff835460c81c16019062ffffff82116119f6576119ed6020927fd067f551aa7ed70116c20472e8fb0f1c3363b1512864e0947ca3d6844f97ff9f949062ffffff60c81b1962ffffff60c81b83549260c81b169116179055565b604051908152a4005b634e487b7160e01b5f52601160045260245ffd5b837f2379a4c3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b611a3f83614456565b63348f2b4160e11b5f5260045260245ffd5b611a6791632b3263b360e01b5f52600452612e55565b60445ffd5b3461156557611a7a36612db3565b815f52600560205260405f20906001600160a01b0360028301541633141580611b48575b611b1c57825f52600960205260405f20815f5260205260405f209160ff600184015460f01c16600581101561165c57600103611b055764ffffffffff60028401541693844211611af25761181d94506143ce565b8463348f2b4160e11b5f5260045260245ffd5b508263ddd7009b60e01b5f5260045260245260445ffd5b7fc09a2894000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5081545f5260026020526001600160a01b0360405f205416331415611a9e565b3461156557366003190161010081126115655760a0136115655760a43567ffffffffffffffff811161156557611ba2903690600401612dc9565b60c43567ffffffffffffffff811161156557611bc2903690600401612dc9565b92611bcb61388e565b60043591825f52600560205260405f209360028501918254968760f81c600681101561165c5760018103611fea5750611c03876140cd565b4211611fe15760843591604051602081019084825260208152611c27604082612f45565b5190209860018901998a5403611fb557611c3f613050565b916001600160801b0360038b01936001600160501b038554169182911611611f765750602060ff611c6e613091565b1611611f40576040519760208901927f0e5623df6e94155764d2ed2ec45c4da45a32ef308f2a473693ba3aa3db3076ef84528a60408b0152602435978860608c015260443560ff81168091036115655760808c0152606435946001600160801b038616809603611565578b8d968f9d60a001528960c082015260c08152611cf660e082612f45565b51902092611d0e9284906001600160a01b0316614214565b600489019687546001600160a01b031696871515611f099e6001600160501b039c611efe9c8e9b8c9b7f0fb147bb8ada197931c73b0f8f2b8c94c196421ed317b87c11eeed209b2f45be99608099611eba97611f2e575b505050507f02000000000000000000000000000000000000000000000000000000000000006001600160f81b0382541617905580545f52600260205260405f2091611df6611db1613050565b611db9613091565b6001860154604080518b81526001600160801b03909416602085015260ff909216918301919091526001600160a01b031660608201526080902090565b9055611e808a611e04613050565b16918b600564ffffffffff4216925f8b604051611e2081612ef0565b88815282602082015286604082015282606082015201520193168c1984541617835573ffffffffffffffffffff00000000000000000000198354168355829064ffffffffff60a01b1964ffffffffff60a01b83549260a01b169116179055565b805478ffffffffffffffffffffffffffffffffffffffffffffffffff16905561101b60028a611ead613050565b169201918254871c612f67565b6001600160801b03611eca613091565b60ff611ed4613050565b916040519586521660208501521660408301526060820152a25460a01c16915460a01c16906130a1565b169160e435916142c8565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b611f3793614214565b5f808080611d65565b60ff611f4a613091565b7f51f4aa94000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6001600160801b03611f86613050565b7f8102da18000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b877f074b705b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b611a3f876140cd565b611a679087632b3263b360e01b5f52600452612e55565b34611565576020366003190112611565576001600160a01b03612022612d58565b165f526004602052602060405f2054604051908152f35b346115655760203660031901126115655760043567ffffffffffffffff8111611565573660238201121561156557806004013567ffffffffffffffff8111611565573660248260051b840101116115655761209261388e565b5f8080368590036101221901815b858310156121ab5760248360051b88010135828112156115655787019460248601906120cb82612e90565b956120f7886084810198896120e461010484018861301a565b9390926044606483013592013590613a9a565b1561219d5791839161213393600195151580612161575b61213f575b505061212961212360a492612e90565b97612e90565b9697013590612f87565b925b01919392936120a0565b906001600160a01b0361215493949216613c44565b5f90612129612123612113565b5061216b83612e90565b6001600160a01b03828116911614158061210e575061218989612e90565b6001600160a01b038084169116141561210e565b965094505091600190612135565b839085816121d8575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b6001600160a01b036121ea9316613c44565b808080611f09565b34611565576040366003190112611565576004356024356001600160601b038116908181036115655761222483613cdb565b906001600160801b0360028301541680841161230257509164ffffffffff827f37a5dc96283c260ba952c99b4383003a337bb17cafd9416409ae55b9ca7fd60e946001600160a01b036001600160a01b0319604096549260a01b16911617815582155f146122cb576122b960015f925b0191829064ffffffffff60a01b1964ffffffffff60a01b83549260a01b169116179055565b5460a01c1682519182526020820152a2005b6122b960016122fc7f0000000000000000000000000000000000000000000000000000000000000000854216612ffe565b92612294565b836311920a6d60e31b5f5260045260245260445ffd5b3461156557602036600319011261156557600435805f52600560205260405f2090612343828261408a565b5f9160028101805460f81c600681101561165c57600281036124c157506001600160501b039350816123f760409260057fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a9501906123b7825464ffffffffff62ffffff8260c81c169160a01c16868a614110565b7f03000000000000000000000000000000000000000000000000000000000000006001600160f81b03825416179055866006840154169687915416612f87565b905b80545f5260026020526124b2866001600160801b03612451865f209561244c61243560038801546001600160501b03808260a01c169116612f87565b6001600160501b03600489015460a01c1690612fd1565b612fd1565b16936002810161248861246887835460801c612f67565b82546001600160801b031660809190911b6001600160801b031916178255565b6001600160801b0361249d8782845416612fde565b166001600160801b03198254161790556141b4565b549482519182526020820152a3005b600481036125a157506006820180549091907f00000000000000000000000000000000000000000000000000000000000000009060a01c64ffffffffff166501fffffffffe6125149260011b1690612f87565b80421115612584575080546001600160f81b03167f0500000000000000000000000000000000000000000000000000000000000000179055547fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a9160409160501c6001600160501b0316906123f9565b600181018091116119f657630a8d68c960e21b5f5260045260245ffd5b905082600182036125b557612584836140cd565b611a679250632b3263b360e01b5f52600452612e55565b34611565576125da36612db3565b906125e3612f94565b505f52600960205260405f20905f5260205260405f2060405161260581612ef0565b81548152600182015460208201926001600160a01b038216845260ff60408401926001600160501b038160a01c16845260f01c16916060840192600581101561165c5764ffffffffff60026001600160501b03946001600160a01b03938752015416956080860196875260405195518652511660208501525116604083015251600581101561165c5760a09264ffffffffff91606084015251166080820152f35b346115655760a0366003190112611565576004356126c2612d42565b90604435916001600160601b038316809303611565576064356001600160601b03811693848203611565576084359264ffffffffff841690818503611565576001600160a01b039061271387613cdb565b50169586156128265760016060947fa82d11fb9fe59d9bf623b26ed08cc1bd0c2b248c8ad067178158b6db2f21c49796885f52600360205260405f208a5f5260205260405f20917fffffff0000000000000000000000000000000000ffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000077ffffffffffffffffffffffff0000000000000000000000008554938b1b169360c01b16911617178155846001600160601b03198254161781550164ffffffffff8154861c16156127f9575b5060405192835260208301526040820152a3005b6c0100000000000000000000000070ffffffffff00000000000000000000000019825416179055876127e5565b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b346115655761285c36612db3565b90805f52600560205260405f2091600283015460f81c600681101561165c57600281036129055750815f52600860205260405f20815f5260205260405f20906001600160501b03825460a01c16156128f45750600164ffffffffff9101541691824211156128d75761181d925064ffffffffff421691613fac565b600183018084116119f657630a8d68c960e21b5f5260045260245ffd5b62e357e360e31b5f5260045260245ffd5b611a679083632b3263b360e01b5f52600452612e55565b3461156557611f0961292d36612db3565b9061293661388e565b613d45565b34611565575f36600319011261156557602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461156557604036600319011261156557600435612998612d42565b906129a161388e565b6129aa81613cdb565b906001600160a01b038316908115612826576001830192835464ffffffffff8160a01c168015612a9457804210612a8257611f0964ffffffffff60a01b19886001600160a01b03898989896001600160801b03612a2c8b8354938460a01c9089600282019686885416938481105f14612a78579d8e955b168b55169055612f67565b166001600160801b03198254161790557f04eda370f8b8612fa7266d7ebbd41af9d694e19793fe9d9ff31b3ddbd99b08e160206001600160801b03604051981697888152a35416613c44565b50839d8e95612a21565b630a8d68c960e21b5f5260045260245ffd5b837f1bb31f4f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3461156557612ace36612db3565b905f60408051612add81612ed4565b82815282602082015201525f52600860205260405f20905f52602052606060405f2064ffffffffff604051612b1181612ed4565b6001600160501b03835460408460016001600160a01b0384169788875285602088019560a01c16855201541693019283526040519485525116602084015251166040820152f35b34611565576020366003190112611565575f60a0604051612b7881612ea4565b82815282602082015282604082015282606082015282608082015201526004355f52600260205260c060405f206001600160801b03604051612bb981612ea4565b8183549164ffffffffff6001600160a01b03841695868352602083019460a01c85526001600160a01b036001820154916001600160601b0360026040870192848616845286606089019660a01c16865201549760a06080880197898b168952019860801c89526040519a8b52511660208a0152511660408801525116606086015251166080840152511660a0820152f35b34611565575f36600319011261156557602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346115655761010036600319011261156557600435612ca8612d42565b60443567ffffffffffffffff811161156557612cc8903690600401612d82565b909290608036606319011261156557612cef9060e43594612ce761388e565b858486613902565b15612d1257611f0982612d00612e63565b6001600160a01b036084359216613c44565b90507f26a0d329000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b602435906001600160a01b038216820361156557565b600435906001600160a01b038216820361156557565b35906001600160a01b038216820361156557565b9181601f840112156115655782359167ffffffffffffffff8311611565576020808501948460061b01011161156557565b6040906003190112611565576004359060243590565b9181601f840112156115655782359167ffffffffffffffff8311611565576020838186019501011161156557565b90604060031983011261156557600435916024359067ffffffffffffffff8211611565576102809082900360031901126115655760040190565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600681101561165c57602452565b6064356001600160a01b03811681036115655790565b6101c4356001600160a01b03811681036115655790565b356001600160a01b03811681036115655790565b60c0810190811067ffffffffffffffff821117612ec057604052565b634e487b7160e01b5f52604160045260245ffd5b6060810190811067ffffffffffffffff821117612ec057604052565b60a0810190811067ffffffffffffffff821117612ec057604052565b610200810190811067ffffffffffffffff821117612ec057604052565b6040810190811067ffffffffffffffff821117612ec057604052565b90601f8019910116810190811067ffffffffffffffff821117612ec057604052565b906001600160801b03809116911603906001600160801b0382116119f657565b919082018092116119f657565b60405190612fa182612ef0565b5f6080838281528260208201528260408201528260608201520152565b818102929181159184041417156119f657565b919082039182116119f657565b906001600160801b03809116911601906001600160801b0382116119f657565b9064ffffffffff8091169116019064ffffffffff82116119f657565b903590601e1981360301821215611565570180359067ffffffffffffffff821161156557602001918160061b3603831361156557565b6064356001600160801b03811681036115655790565b610204356001600160801b03811681036115655790565b356001600160801b03811681036115655790565b60443560ff811681036115655790565b906001600160501b03809116911603906001600160501b0382116119f657565b906001600160501b03809116911601906001600160501b0382116119f657565b909392602082013592835f52600560205260405f2092600284015460f81c600681101561165c57600281036134625750845f52600860205260405f20875f5260205260405f20958654906001600160501b038260a01c169485156134505760608401606435938b851490811591613426575b8115613406575b506133da576131889061316c86612e90565b61317960e088018861301a565b9290918c60408a013591614a42565b6001880154036133c75760c0604051946131a186612f29565b60a081013586526080810135602087015201359460ff86169586810361156557505f60206040516131d181612f29565b82815201526040519360208501907f8ad7a6fa2679969aa45078562154950d2d7f0a458afcd37eafc6ab2ee52c942882528a604087015260443563ffffffff811680910361156557606087015260808601526084356001600160a01b0381168091036115655760a086015260a435966001600160801b03881696878903611565578760c088015260c435926001600160801b038416808503611565578060e08a015260e4359160ff831680930361156557896132ac936101006132c59c015261010081526132a161012082612f45565b519020945089612f87565b604051936132b985612f29565b84526020840152614ad4565b156133b45782116133985750506132de5f935b82614b1d565b60405193827f9c44144a645615d0cf9aee4245765824082dbd3cddb16813383773ec804d604b60206001600160501b03871697888152a36133456001600160501b036005830154169461334060068401966001600160501b0388541690612f87565b612f87565b6001600160501b036003830154161061338157505061336f6001600160501b0391828454166130c1565b166001600160501b0319825416179055565b61339693504264ffffffffff16925090613fac565b565b6133ad6001600160501b03916132de93612f67565b16936132d8565b8463076e4b8f60e51b5f5260045260245ffd5b8763076e4b8f60e51b5f5260045260245ffd5b8a7fde7ab450000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506001600160a01b038061341a84612e90565b9216911614155f61315a565b90506084356001600160a01b0381169081810361156557506001600160a01b038216141590613153565b8962e357e360e31b5f5260045260245ffd5b611a679086632b3263b360e01b5f52600452612e55565b602082106134bf57601f1982019182116119f6575f52600660205260405f2060b082045f5260205260b060405f20549106605001806050116119f6571c60019081161490565b60019182915f526005602052600560405f20015460e01c901c161490565b6102243567ffffffffffffffff811681036115655790565b3567ffffffffffffffff811681036115655790565b805f52600a60205264ffffffffff60405f20541661356a575f818152600a60205260408120805464ffffffffff19164264ffffffffff161790557f349a34783f22978672d69a7522c3139369708176151a43ad3e07c7a970ed91ed9080a2565b50565b3563ffffffff811681036115655790565b805f52600560205260405f2091613595838361408a565b600283015460f81c600681101561165c576004810361290557506006830164ffffffffff815460a01c169164ffffffffff6135f17f00000000000000000000000000000000000000000000000000000000000000008095612ffe565b16804211611a3f57506136058186866144c9565b93909163ffffffff6136196020830161356d565b1696865f52600960205260405f20885f5260205260405f20600181019160ff835460f01c16600581101561165c5760011480613883575b6138705750505460f01c60ff16600581101561165c5761384057604064ffffffffff855460a01c1664ffffffffff42168082115f146138385750915b019161369783612e90565b956136a28284612ffe565b91604051906136b082612ef0565b86825260208201986001600160a01b0316895260408201936001600160501b03841694858152606084019060018252608085019264ffffffffff1683528c5f5260096020528d60405f20905f5260205260405f2094518555600185019b516001600160a01b03166001600160a01b03168c546001600160a01b031916178c55516001600160501b031661376a908c9069ffffffffffffffffffff60a01b1969ffffffffffffffffffff60a01b83549260a01b169116179055565b5196600588101561165c5761381260809a6107736001600160a01b039761381d977f0c9ee3bd694f0ad50672b3a6f892ce74d5102a30b45e06b1320b04d656c5ce699f600264ffffffffff9e8f92996138179a849260ff60f01b197eff00000000000000000000000000000000000000000000000000000000000083549260f01b1691161790555116920191168d198254161790556001600160501b03835460501c166130c1565b612e90565b94612ffe565b926040519586521660208501526040840152166060820152a3565b90509161368c565b86867f840071b5000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b95509693505050506133969492506143ce565b508582541415613650565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6138da5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b90929193835f526005602052600161394760405f209260058401956064898989549861394262ffffff8b60c81c1664ffffffffff8c60a01c168b85614110565b614a42565b91015403613a8757608435906001600160501b03821694602081105f14613a045760e0018060e0116119f65760018083831c16146139fa576139af9273ffffffffffffffffffff0000000000000000000060016139a9931b9160501b16612f87565b90612f87565b90555b606435916001600160a01b03831692838103611565577f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f9160209150604051908152a3600190565b5050505050505f90565b92505050601f1981019081116119f65760b08082049106605001806050116119f657825f52600660205260405f20825f5260205260405f20549060018083831c1614613a7e576001613a5986613a6194612f87565b911b90612f87565b90825f52600660205260405f20905f5260205260405f20556139b2565b50505050505f90565b8263076e4b8f60e51b5f5260045260245ffd5b9093929194845f5260056020526001613ada60405f20926005840196868a8a8a549861394262ffffff8b60c81c1664ffffffffff8c60a01c168b85614110565b91015403613c31576020820135916001600160501b03831695602081105f14613b8f5760e001908160e0116119f65760018084841c1614613b84577f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f94613b6f6001600160a01b03946139a960209773ffffffffffffffffffff000000000000000000006001613b76981b9160501b16612f87565b9055612e90565b1693604051908152a3600190565b505050505050505f90565b9250925050601f1981019081116119f65760b08082049106605001806050116119f657835f52600660205260405f20825f5260205260405f20549060018083831c16146139fa577f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f93602093613c16613b76936001613a598b6001600160a01b0398612f87565b90875f526006865260405f20905f52855260405f2055612e90565b8363076e4b8f60e51b5f5260045260245ffd5b916001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615613cba575b60405215613c9e5750565b6001600160a01b0390635274afe760e01b5f521660045260245ffd5b906001811516613cd257823b15153d15161690613c93565b503d5f823e3d90fd5b90815f52600260205260405f20916001600160a01b038354168015613d32573303613d035750565b7f0e25346d000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b506375c000b160e01b5f5260045260245ffd5b805f52600260205260405f206001600160a01b0381541615613d32578215613f84576001600160601b038311613f66576001600160a01b036001820154166040516370a0823160e01b8152306004820152602081602481855afa908115613ef8575f91613f34575b50604051917f23b872dd000000000000000000000000000000000000000000000000000000005f5233600452306024528560445260205f60648180855af160015f5114811615613f15575b836040525f60605215613f0357826024816020936370a0823160e01b82523060048301525afa8015613ef8575f90613ec4575b613e359250612fd1565b838103613e9557506002016001600160801b03613e5781851682845416612fde565b166001600160801b03198254161790556040519182527f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60203393a3565b837f857dd552000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020823d602011613ef0575b81613ede60209383612f45565b8101031261156557613e359151613e2b565b3d9150613ed1565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b6001811516613f2b57813b15153d151616613df8565b833d5f823e3d90fd5b90506020813d602011613f5e575b81613f4f60209383612f45565b8101031261156557515f613dad565b3d9150613f42565b82637f16270360e01b5f526004526001600160601b0360245260445ffd5b7fc46babb1000000000000000000000000000000000000000000000000000000005f5260045ffd5b6002820180546001600160f81b03167f040000000000000000000000000000000000000000000000000000000000000017905560068201805464ffffffffff60a01b191660a085901b64ffffffffff60a01b1617815590927fa1221027ff9863c679aae7b2a3cb2d9fdb1a3a3cd857243aeb3d3cf30cbdad7992602092905f9060058101906001600160501b0382541680614063575b5050556001600160501b0319815416905564ffffffffff60405191168152a2565b614083915484526002875261101b6002604086200191825460801c612fde565b5f80614042565b600282015460f81c600681101561165c576001036140c9576140ab826140cd565b918242116140b857505050565b64ffffffffff613396931691613fac565b5050565b64ffffffffff600261410d92015460a01c1664ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690612f87565b90565b91908115614195575064ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169061414c8282612f87565b421061418b5750508161415d575050565b7f0e1d3815000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b612a829250612f87565b826002611a6792015460f81c90632b3263b360e01b5f52600452612e55565b81156140c9576001816141e360026001600160a01b03940161101b6001600160801b038716825460801c612f67565b0154165f5260046020526141fc60405f20918254612f87565b9055565b35906001600160801b038216820361156557565b6001600160a01b031692909183159184918315614263575b50505090506142385750565b7f9a7d38d9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001600160a01b0393506142b56142ba939561427d615600565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b615851565b505016141580825f8061422c565b909280831161439f5750811561439a578261432e600461339695016143036001600160501b0386166001600160501b03835460a01c166130c1565b69ffffffffffffffffffff60a01b1969ffffffffffffffffffff60a01b83549260a01b169116179055565b545f52600260205260405f20906143596002830161101b6001600160801b038616825460801c612f67565b604051908382527f0ae7c9bfbc7dfc3426a34852f9a1cdd2f750abec8190abbff0bbe13d8118c30c60203393a36001600160a01b0360013392015416613c44565b505050565b827fe757126a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91926001600160501b037feae6e1c06eb1428052dbb51f187231c434369c38b1558979ffcf135e9106607d92600160209301907e0200000000000000000000000000000000000000000000000000000000000060ff60f01b19835416178255545f526002835261444860405f2083835460a01c16906141b4565b5460a01c16604051908152a3565b64ffffffffff600561410d92015460a01c1664ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690612f87565b903590601e1981360301821215611565570180359067ffffffffffffffff82116115655760200191813603831361156557565b92916040519060208201917ff98e734c5b3a7eae9f6be817ec148123d37ed3989a421e1c8b058df8d9420bbb83528135806040830152602083019063ffffffff61451283614ac3565b16606084015260408401916001600160a01b0361452e84612d6e565b1660808501526060850135988960a0860152608086019763ffffffff6145538a614ac3565b1660c087015260a08701976001600160801b0361456f8a614200565b1660e088015260c088019667ffffffffffffffff61458c89614b6a565b1661010082015261010081526145a461012082612f45565b5190209a8b9383861490811591614a0d575b5080156149e2575b80156149cc575b6149a05761012088013592831490811591614990575b8115614980575b50801561495a575b61492e576146ad946001600160a01b036004836146208360026146c397015416976146198d60e0810190614496565b918a614214565b0154169283614910575b60405160208101917f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838835260408201526101408a013560608201526101608a013560808201526101808a013560a082015263ffffffff61468d6101a08c01614ac3565b1660c082015260c081526146a260e082612f45565b519020958691612e90565b6146bb6101c08a018a614496565b929091614214565b835f52600a60205264ffffffffff60405f205416936102608701906146e88289614496565b90506147c9575b505050505080159182156147ab575b50506147985761473761473d9163ffffffff6147306101a06001600160801b03614728849861307d565b16930161356d565b1690612fbe565b9261356d565b168015614784576001600160501b0391041690811561475857565b827f476c41b1000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b84634a37e78b60e01b5f5260045260245ffd5b67ffffffffffffffff9192506147c0906134f5565b16105f806146fe565b9091929394506101e087013594851490811591614900575b81156148f0575b506148dd5761488b6001600160a01b039161488561487e6040519760208901907f5408912d0bed761c80bdbcf5ca562b8ed6f5512253b39138ea3e17667e7b2d96825260408a01526102008b013560608a01526102208b013560808a01526102408b019867ffffffffffffffff61485e8b614b6a565b1660a082015260a0815261487360c082612f45565b51902061427d615600565b9189614496565b91615851565b50501680159182156148bc575b505061423857506148b167ffffffffffffffff916134f5565b165f808080806146ef565b83821415925090826148d2575b50505f80614898565b141590505f806148c9565b89634a37e78b60e01b5f5260045260245ffd5b905061022087013514155f6147e8565b6102008801358c141591506147e1565b6149298d6149226101008c018c614496565b9187614214565b61462a565b827f9ac41816000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506149686101a0880161356d565b63ffffffff806149778c61356d565b169116116145ea565b905061016088013514155f6145e2565b61014089013585141591506145db565b837fe555d244000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5063ffffffff6149db8b61356d565b16156145c5565b506149ec8961307d565b6001600160801b036001600160501b03600385015460501c169116116145be565b614a17915061356d565b63ffffffff614a38600285015462ffffff808260e01c169160c81c16612f87565b911610155f6145b6565b939091614a8c93602060c08895604051907f403a3cc7c6e28b853c23c6552d516def56ba34f9513cb9d7ab22de9f0ebeed2d82528382015260808460408301372091013590615716565b90929083614a9c57505050505f90565b6040805194855260208501919091528301526001600160a01b031660608201526080902090565b359063ffffffff8216820361156557565b9492909391938303613a7e57836020614af1955191015190615716565b90918215159283614b12575b5082614b0857505090565b6020015114919050565b81511492505f614afd565b60059169ffffffffffffffffffff60a01b198154169055015f1962ffffff825460c81c160162ffffff81116119f657815462ffffff60c81b191660c89190911b62ffffff60c81b16179055565b359067ffffffffffffffff8216820361156557565b67ffffffffffffffff614c7761016080938035865260208101356020870152604081013560408701526001600160a01b03614bbc60608301612d6e565b1660608701526001600160a01b03614bd660808301612d6e565b16608087015263ffffffff614bed60a08301614ac3565b1660a087015263ffffffff614c0460c08301614ac3565b1660c08701526001600160801b03614c1e60e08301614200565b1660e08701526001600160801b03614c396101008301614200565b166101008701526001600160801b03614c556101208301614200565b1661012087015283614c6a6101408301614b6a565b1661014087015201614b6a565b16910152565b60405160208101907f93001abb46c3120423ee8d948acdf7a45b9a7fbe4f7ce66c90fcfab296c957bd8252614cb6604082016004614b7f565b6101a08152614cc76101c082612f45565b51902090565b9290614cdb9061427d615600565b926001600160a01b0381169384151580614d53575b614d4c576064835f9460209660405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d111616156142385750565b5050505050565b50846001600160a01b03614d68858785615851565b50501614614cf0565b90916101443567ffffffffffffffff8116908181036115655781421161545e57505062278d004201928342116119f657610164359067ffffffffffffffff821694858314159586611565574281108015615452575b61541d57505060a4359463ffffffff861695868114159687611565578015801561540e575b80156153f0575b6153a75750614e61614e4e614e3b614e2963ffffffff614e1260a461356d565b1663ffffffff614e2260c461356d565b1690612f87565b6001600160801b0361473060e461307d565b6001600160801b03614e2261010461307d565b6001600160801b03614e2261012461307d565b9661012435916001600160801b0383169182840361156557614e83838b612fd1565b9460e435926001600160801b03841692838514159384611565576001600160501b03811161538a57505f956001600160501b03811161538a57506001600160501b03881161536c576004359c8d5f52600360205260405f206001600160a01b038b165f5260205260405f2080549064ffffffffff8260c01c168015615331578042116152f957506001600160601b0382168084116152ca5750600164ffffffffff6201518042041691019182548264ffffffffff8260601c16145f146152ba576001600160601b03808092165b169160601c1681808211156152b257614f6891612fd1565b8085116152835750906001600160601b03614f84858294612f87565b169070ffffffffff0000000000000000000000001970ffffffffff00000000000000000000000085549260601b169116178355166001600160601b03198254161790558d5f526002602052600260405f2001908154906001600160801b0382169081811161526e576150126001600160801b0393926150098561503294168092612f67565b9360801c612fde565b84546001600160801b031660809190911b6001600160801b031916178455565b166001600160801b03198254161790558b5f52600560205260405f20998d8b5560443560018c0155606435936001600160a01b0385168503611565576001600160a01b0360028d0195166001600160a01b031986541617855561156557835464ffffffffff60a01b191660a09190911b64ffffffffff60a01b1617835561156557815462ffffff60c81b191660c89190911b62ffffff60c81b1617815560c43563ffffffff811681036115655781547bffffffffffffffffffffffffffffffffffffffffffffffffffffffff1660e09190911b7effffff0000000000000000000000000000000000000000000000000000000016177f010000000000000000000000000000000000000000000000000000000000000017905560038701805469ffffffffffffffffffff19166001600160501b039690961695909517855561156557835473ffffffffffffffffffff00000000000000000000191660509190911b73ffffffffffffffffffff000000000000000000001617835561156557815469ffffffffffffffffffff60a01b191660a09190911b69ffffffffffffffffffff60a01b16178155608435916001600160a01b038316968784036115655761339697697fffffffffffffffffff9481615252575b5050867f717b772f376849434aedf1061b7fc3813977a3306b30680e0e6df57b9b2bc4916101806001600160a01b0360405195615244876004614b7f565b1694a45460a11c16926142c8565b5060048601906001600160a01b03198254161790555f80615206565b6311920a6d60e31b5f5260045260245260445ffd5b847f49ad24a9000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50505f614f68565b506001600160601b03805f614f50565b837f2889cf43000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6001600160a01b038d7f2169d516000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b508f8c6001600160a01b03917f82969291000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b87637f16270360e01b5f526004526001600160501b0360245260445ffd5b637f16270360e01b5f526004526001600160501b0360245260445ffd5b9087611565575060c4359063ffffffff82169182810361156557507fafeadbdf000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5060c43563ffffffff81168082036115655762ffffff915011614df2565b505f975062ffffff8111614deb565b838761156557507f2cd0b0c2000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b505f9650818111614dc6565b507f7d372854000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60a43563ffffffff811690818103611565575060c4359063ffffffff821690818303611565576154ba9250612f87565b60e435906001600160801b03821690818303611565576154da9250612fbe565b61010435906001600160801b03821690818303611565576154fb9250612f87565b61012435906001600160801b038216908183036115655761410d9250612f87565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260243560408201526044356060820152606435608082015260843560a082015260a43563ffffffff81168091036115655760c082015260c08152614cc760e082612f45565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260e43560408201526101043560608201526101243560808201526101443560a08201526101643563ffffffff81168091036115655760c082015260c08152614cc760e082612f45565b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163014806156ed575b1561565b577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614cc760c082612f45565b507f00000000000000000000000000000000000000000000000000000000000000004614615632565b9391949290946020831180156157d3575b6157c8579085949592607f19609f604051011690601f198201907fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d853825260061b830192915b83831061578957505050505060f81c61578157565b5f9250829150565b909192939694978360408092818b60061b168517908152886020820152183760a082209760208401359586019795179460011c9392604001919061576c565b505f94508493505050565b5080831c1515615727565b67ffffffffffffffff8111612ec057601f01601f191660200190565b60ff811690601f82116158295760405191615816604084612f45565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b906041830361587b576158749250602081013591604082359201355f1a90615885565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116158fc579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15613ef8575f516001600160a01b038116156158f257905f905f90565b505f906001905f90565b5050505f916003919056'
