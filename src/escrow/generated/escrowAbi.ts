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
export const escrowBytecode = '0x6101e0806040523461023c57608081615a8c80380380916100208285610240565b83398101031261023c57604051608081016001600160401b038111828210176102285764ffffffffff9283916040528161005982610263565b8085528161006960208501610263565b93846020880152606061008f8161008260408501610263565b938460408c015201610263565b97019687526040516100a2604082610240565b60098152602081019068119d5e9e989d5c9cdd60ba1b8252604051916100c9604084610240565b600183526020830191603160f81b83526100e281610275565b610120526100ef84610275565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015860c082610240565b5190206080523060c05216610160521661018052166101a05251166101c0526040516157ab90816102e182396080518161544e015260a05181615505015260c0518161541f015260e0518161549d015261010051816154c3015261012051816114cd015261014051816114f6015261016051818181610cf501526120f70152610180518181816116cc015281816122f70152818161277a015281816133ed01528181613f43015261427c01526101a0518181816108200152613f0901526101c0518181816103720152612a890152f35b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b0382119082101761022857604052565b519064ffffffffff8216820361023c57565b601f8151116102a0576020815191015160208210610291571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c80630478a7bd14612aad5780630a3cb66314612a6c5780630b61a8871461297a578063165ce860146128e25780631b258d501461279e5780631c8ec2991461275d5780631de26e161461273e5780631e07c16d146126705780632161a5c4146124c857806333b6d871146123ee57806339c79e0c1461213a5780633cd26d11146120145780633e98872f14611e5b5780634773285a14611e235780634cb0ef031461198a5780635c5f60d41461188e578063674c3a1a14611641578063762497b8146115c957806384b0196e146114b557806385f5276f1461149257806388a78d121461139e57806393be5c16146112a9578063a3b7aa1314610f1c578063a4ad7c7f14610d60578063a5f58c8414610d19578063a7ab696114610cd7578063affe000e146108b0578063b482e87014610893578063bc23adb714610862578063c44cabd014610844578063c8f0582f14610802578063ca004d03146107ea578063cfe8459d14610726578063d3ea7b7314610422578063ec13cc7b1461030f578063f14ddffc146101d65763f698da25146101b1575f80fd5b346101d357806003193601126101d35760206101cb615415565b604051908152f35b80fd5b50346101d35760403660031901126101d3576101f0612b7a565b60243590803b156102db57604051906001600160a01b03602083019133835216918260408201528360608201526060815261022c608082612d67565b51902091828452600260205260408420936001600160a01b038554166102af575060016020946001600160a01b0333166001600160a01b031982541617815501826001600160a01b0319825416179055604051908152827ea1306a18181a503e41d0ffc0de3a43e52ac8bfb151bc35436001f7f0ec835a853393a4604051908152f35b80847f3683f1b40000000000000000000000000000000000000000000000000000000060249352600452fd5b7ff0ae59ab0000000000000000000000000000000000000000000000000000000083526001600160a01b0316600452602482fd5b50346101d35760203660031901126101d357600435908181526005602052604081209161033c8354613afd565b50600283015460f81c600681101561040e57600281036103c2575061036083614262565b4210156103a7576103a491925b61039e7f000000000000000000000000000000000000000000000000000000000000000064ffffffffff4216612e20565b91613dce565b80f35b506103b3602492614262565b63348f2b4160e11b8252600452fd5b92600184146103e757506044926103e591632b3263b360e01b8452600452612c77565bfd5b92506103f283613eef565b4211610402576103a4919261036d565b506103b3602492613eef565b602483634e487b7160e01b81526021600452fd5b50346101d3576101a03660031901126101d35760a03660231901126101d35760c43567ffffffffffffffff811161072257610461903690600401612beb565b9060a03660e319011261071e576101843567ffffffffffffffff811161071a5761048f903690600401612beb565b906024359360e435851480159061070b575b80156106f4575b6106cc5760443593858752600560205260408720868852600860205260408820868952602052604088208789526009602052604089206004358a5260205260408920600181019160ff835460f01c1660058110156106b857600114806106ae575b156106255750600264ffffffffff9101541680421161061357506105ea936001600160a01b0396936105ce8b979461059560066001600160501b03878d6105dc9954169c507e0300000000000000000000000000000000000000000000000000000000000060ff60f01b198254161781555460a01c169201916001600160501b03835460501c16612ec3565b73ffffffffffffffffffff000000000000000000001973ffffffffffffffffffff0000000000000000000083549260501b169116179055565b6105d6615331565b87614036565b6105e46153a1565b84614036565b16917fab1487480d6619d6acd39310d4ea6eb980da202f7234b122bd5213ef7da86c2a8480a480f35b63348f2b4160e11b8a52600452602489fd5b9150506002829695949392015460f81c600681101561069a5760021480610684575b15610672576001600160a01b039594926105ea949261066d83896105dc95541698614931565b6105ce565b6024898862e357e360e31b8252600452fd5b506001600160501b03815460a01c161515610647565b60248a634e487b7160e01b81526021600452fd5b5088825414610509565b60248c634e487b7160e01b81526021600452fd5b6004867f0b69ebb3000000000000000000000000000000000000000000000000000000008152fd5b506106fd615331565b6107056153a1565b146104a8565b506101043560443514156104a1565b8380fd5b8280fd5b5080fd5b50346101d35760403660031901126101d3576001600160a01b03604061074a612b64565b92610753612db6565b50600435815260036020522091165f5260205260a060405f2064ffffffffff6040519161077f83612d12565b6001600160601b0381549383828616958683528360016020850196828460601c16885284604087019460c01c1684520154958360806060870196848a168852019760601c16875260405198895251166020880152511660408601525116606084015251166080820152f35b50346101d3576103a46107fc36612c19565b906133a0565b50346101d357806003193601126101d357602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d357806003193601126101d357602060405162278d008152f35b50346101d35760203660031901126101d35764ffffffffff60406020926004358152600a8452205416604051908152f35b50346101d35760203660031901126101d3576103a460043561332c565b50346101d35760203660031901126101d357806101e06040516108d281612d2e565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152610923612db6565b610180820152826101a0820152826101c082015201526004358152600560205260408120906040519161095583612d2e565b805483526001810154602084015260028101546001600160a01b038116604085015264ffffffffff8160a01c16606085015262ffffff8160c81c16608085015262ffffff8160e01c1660a085015260f81c600681101561040e5764ffffffffff9160069160c08601526001600160501b03600382015481811660e0880152818160501c1661010088015260a01c166101208601526001600160501b0360048201546001600160a01b03811661014088015260a01c16610160860152604051610a1c81612d12565b60058201546001600160501b03811682526001600160501b038160501c166020830152848160a01c16604083015262ffffff8160c81c16606083015260e01c608082015261018086015201546001600160501b0381166101a08501526001600160501b038160501c166101c085015260a01c166101e0830152610ab262ffffff60808401511662ffffff60a08501511690612da9565b91815b60b0810281810460b01482151715610cc35780602001602011610cc35784906020011015610b445760043583526006602052604083208184526020526001600160501b036040842054166001600160501b03610b1d6020610180860151019282845116612ee3565b1690525f198114610b3057600101610ab5565b602483634e487b7160e01b81526011600452fd5b50906040519082518252602083015160208301526001600160a01b03604084015116604083015264ffffffffff606084015116606083015262ffffff608084015116608083015262ffffff60a08401511660a083015260c0830151906006821015610caf57506101e06102809364ffffffffff9260c08501526001600160501b0360e08201511660e08501526001600160501b03610100820151166101008501526001600160501b03610120820151166101208501526001600160a01b03610140820151166101408501526001600160501b036101608201511661016085015263ffffffff60806101808301516001600160501b038151166101808801526001600160501b036020820151166101a0880152856040820151166101c088015262ffffff606082015116858801520151166102008501526001600160501b036101a0820151166102208501526001600160501b036101c082015116610240850152015116610260820152f35b80634e487b7160e01b602492526021600452fd5b602484634e487b7160e01b81526011600452fd5b50346101d357806003193601126101d357602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101d35760403660031901126101d35760ff60406020926001600160a01b03610d42612b7a565b16815260078452818120602435825284522054166040519015158152f35b50346101d357610d6f36612bd5565b9190610d796136b0565b8082526009602052604082208383526020526040822092600184019360ff855460f01c166005811015610f0857600103610ef157600264ffffffffff9101541680421115610ec157506001600160a01b03600184956001600160501b0393610e9b96507e0400000000000000000000000000000000000000000000000000000000000060ff60f01b1983541617825585885260056020526040882054885260026020526040882091610e5c86825460a01c16610e3d6002860191825460801c612d89565b6001600160801b036001600160801b031983549260801b169116179055565b549084821695869260a01c16967f74846e868477edbf27b7519189d17f3394cfa2c387b6bb757ddc47503705642760206040518a8152a4015416613a66565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b8381600160249301809111610edf57630a8d68c960e21b8252600452fd5b50634e487b7160e01b81526011600452fd5b50829163ddd7009b60e01b60449452600452602452fd5b602485634e487b7160e01b81526021600452fd5b50346101d35736600319016102a0811261072257610180136101d3576101843567ffffffffffffffff811161072257610f59903690600401612beb565b909160c0366101a31901126101d3576102643567ffffffffffffffff811161072257610f89903690600401612beb565b9390610f936136b0565b610f9b614a91565b938484526005602052600260408520015460f81c6006811015610f0857611296576101a435906004358214801590611266575b61123e5767ffffffffffffffff610fe36132ff565b16421161120157610ff261529f565b6001600160801b03611002612e88565b16106111b9576001600160a01b03611018612c9b565b16855260076020526040852093610244359485875260205260ff60408720541661118d579061104f918761104a612c85565b614036565b611057612c9b565b9060405160208101917f097c65dd968c32db1e4d0d6aa6d2dc6f1bdbc8065fe43e6a7f6ce2f24366d07b835260408201526101c4356001600160a01b0381168091036111895760608201526101e4356001600160a01b038116809103611189576080820152610204356001600160801b0381168091036111895760a08201526102243567ffffffffffffffff811680910361118957918161111b959360c060209b969401528660e082015260e0815261111261010082612d67565b51902090614ae1565b6001600160a01b0361112b612c9b565b1682526007845260408220908252835260408120600160ff1982541617905561115f61028435611159612c9b565b84614b86565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b8680fd5b602486867fe065ab4a000000000000000000000000000000000000000000000000000000008252600452fd5b6044856001600160801b036111cc61529f565b6111d4612e88565b907f27c1972200000000000000000000000000000000000000000000000000000000845260045216602452fd5b60248567ffffffffffffffff6112156132ff565b7fcb97e34300000000000000000000000000000000000000000000000000000000835216600452fd5b6004857fb2ddde65000000000000000000000000000000000000000000000000000000008152fd5b506101e4356001600160a01b0381169081810361118957506001600160a01b0361128e612c85565b161415610fce565b60248486639e2b4bfd60e01b8252600452fd5b50346113875760c0366003190112611387576004359060243560643560ff8116809103611387576112d86136b0565b835f5260026020526001600160a01b03600160405f2001541690811561138b57813b15611387575f9160e4839260405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528860448501526044356064850152608484015260843560a484015260a43560c48401525af1611371575b50610e9b9192613b67565b610e9b92505f61138091612d67565b5f91611366565b5f80fd5b846375c000b160e01b5f5260045260245ffd5b346113875736600319016101e08112611387576101801361138757610184356001600160a01b0381168103611387576101a43567ffffffffffffffff8111611387576113ee903690600401612beb565b6113f99291926136b0565b611401614a91565b92835f526005602052600260405f20015460f81c600681101561147e5761146b579161143561144092859460209684614ae1565b6101c4359083614b86565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b83639e2b4bfd60e01b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b346113875760206114ab6114a536612bd5565b9061329b565b6040519015158152f35b34611387575f3660031901126113875761156d6114f17f0000000000000000000000000000000000000000000000000000000000000000615627565b61151a7f0000000000000000000000000000000000000000000000000000000000000000615627565b602061157b6040519261152d8385612d67565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190612c53565b908582036040870152612c53565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106115b257505050500390f35b8351855286955093810193928101926001016115a3565b34611387576101403660031901126113875760043567ffffffffffffffff81116113875761010060031982360301126113875760c036604319011261138757610124359067ffffffffffffffff82116113875761162d61163f923690600401612ba4565b91610104359060243590600401612f03565b005b346113875761164f36612c19565b815f52600560205260405f2091600283015460f81c600681101561147e5760028103611873575061167f83614262565b421015611858576116918284836142d5565b9092825f52600860205260405f20845f5260205264ffffffffff600160405f2001541661182c576116c6604060059201612cb2565b946116f87f000000000000000000000000000000000000000000000000000000000000000064ffffffffff4216612e20565b9564ffffffffff6001816001600160a01b036040519461171786612cf6565b16998a855261179c6001600160501b0380602088019a16998a81528460408901941684528b5f52600860205260405f208d5f526020526001600160a01b038060405f20995116166001600160a01b03198954161788555116869069ffffffffffffffffffff60a01b1969ffffffffffffffffffff60a01b83549260a01b169116179055565b51169201911664ffffffffff198254161790550190600162ffffff835460c81c16019062ffffff82116118185761180f6020927fd067f551aa7ed70116c20472e8fb0f1c3363b1512864e0947ca3d6844f97ff9f949062ffffff60c81b1962ffffff60c81b83549260c81b169116179055565b604051908152a4005b634e487b7160e01b5f52601160045260245ffd5b837f2379a4c3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61186183614262565b63348f2b4160e11b5f5260045260245ffd5b61188991632b3263b360e01b5f52600452612c77565b60445ffd5b346113875761189c36612bd5565b815f52600560205260405f20906001600160a01b036002830154163314158061196a575b61193e57825f52600960205260405f20815f5260205260405f209160ff600184015460f01c16600581101561147e576001036119275764ffffffffff600284015416938442116119145761163f94506141da565b8463348f2b4160e11b5f5260045260245ffd5b508263ddd7009b60e01b5f5260045260245260445ffd5b7fc09a2894000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5081545f5260026020526001600160a01b0360405f2054163314156118c0565b3461138757366003190161010081126113875760a0136113875760a43567ffffffffffffffff8111611387576119c4903690600401612beb565b60c43567ffffffffffffffff8111611387576119e4903690600401612beb565b926119ed6136b0565b60043591825f52600560205260405f209360028501918254968760f81c600681101561147e5760018103611e0c5750611a2587613eef565b4211611e035760843591604051602081019084825260208152611a49604082612d67565b5190209860018901998a5403611dd757611a61612e72565b916001600160801b0360038b01936001600160501b038554169182911611611d985750602060ff611a90612eb3565b1611611d62576040519760208901927f0e5623df6e94155764d2ed2ec45c4da45a32ef308f2a473693ba3aa3db3076ef84528a60408b0152602435978860608c015260443560ff81168091036113875760808c0152606435946001600160801b038616809603611387578b8d968f9d60a001528960c082015260c08152611b1860e082612d67565b51902092611b309284906001600160a01b0316614036565b600489019687546001600160a01b031696871515611d2b9e6001600160501b039c611d209c8e9b8c9b7f0fb147bb8ada197931c73b0f8f2b8c94c196421ed317b87c11eeed209b2f45be99608099611cdc97611d50575b505050507f02000000000000000000000000000000000000000000000000000000000000006001600160f81b0382541617905580545f52600260205260405f2091611c18611bd3612e72565b611bdb612eb3565b6001860154604080518b81526001600160801b03909416602085015260ff909216918301919091526001600160a01b031660608201526080902090565b9055611ca28a611c26612e72565b16918b600564ffffffffff4216925f8b604051611c4281612d12565b88815282602082015286604082015282606082015201520193168c1984541617835573ffffffffffffffffffff00000000000000000000198354168355829064ffffffffff60a01b1964ffffffffff60a01b83549260a01b169116179055565b805478ffffffffffffffffffffffffffffffffffffffffffffffffff169055610e3d60028a611ccf612e72565b169201918254871c612d89565b6001600160801b03611cec612eb3565b60ff611cf6612e72565b916040519586521660208501521660408301526060820152a25460a01c16915460a01c1690612ec3565b169160e435916140d4565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b611d5993614036565b5f808080611b87565b60ff611d6c612eb3565b7f51f4aa94000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6001600160801b03611da8612e72565b7f8102da18000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b877f074b705b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61186187613eef565b6118899087632b3263b360e01b5f52600452612c77565b34611387576020366003190112611387576001600160a01b03611e44612b7a565b165f526004602052602060405f2054604051908152f35b346113875760203660031901126113875760043567ffffffffffffffff8111611387573660238201121561138757806004013567ffffffffffffffff8111611387573660248260051b8401011161138757611eb46136b0565b5f8080368590036101221901815b85831015611fcd5760248360051b8801013582811215611387578701946024860190611eed82612cb2565b95611f1988608481019889611f06610104840188612e3c565b93909260446064830135920135906138bc565b15611fbf57918391611f5593600195151580611f83575b611f61575b5050611f4b611f4560a492612cb2565b97612cb2565b9697013590612da9565b925b0191939293611ec2565b906001600160a01b03611f7693949216613a66565b5f90611f4b611f45611f35565b50611f8d83612cb2565b6001600160a01b038281169116141580611f305750611fab89612cb2565b6001600160a01b0380841691161415611f30565b965094505091600190611f57565b83908581611ffa575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b6001600160a01b0361200c9316613a66565b808080611d2b565b34611387576040366003190112611387576004356024356001600160601b038116908181036113875761204683613afd565b906001600160801b0360028301541680841161212457509164ffffffffff827f37a5dc96283c260ba952c99b4383003a337bb17cafd9416409ae55b9ca7fd60e946001600160a01b036001600160a01b0319604096549260a01b16911617815582155f146120ed576120db60015f925b0191829064ffffffffff60a01b1964ffffffffff60a01b83549260a01b169116179055565b5460a01c1682519182526020820152a2005b6120db600161211e7f0000000000000000000000000000000000000000000000000000000000000000854216612e20565b926120b6565b836311920a6d60e31b5f5260045260245260445ffd5b3461138757602036600319011261138757600435805f52600560205260405f20906121658282613eac565b5f9160028101805460f81c600681101561147e57600281036122e357506001600160501b0393508161221960409260057fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a9501906121d9825464ffffffffff62ffffff8260c81c169160a01c16868a613f32565b7f03000000000000000000000000000000000000000000000000000000000000006001600160f81b03825416179055866006840154169687915416612da9565b905b80545f5260026020526122d4866001600160801b03612273865f209561226e61225760038801546001600160501b03808260a01c169116612da9565b6001600160501b03600489015460a01c1690612df3565b612df3565b1693600281016122aa61228a87835460801c612d89565b82546001600160801b031660809190911b6001600160801b031916178255565b6001600160801b036122bf8782845416612e00565b166001600160801b0319825416179055613fd6565b549482519182526020820152a3005b600481036123c357506006820180549091907f00000000000000000000000000000000000000000000000000000000000000009060a01c64ffffffffff166501fffffffffe6123369260011b1690612da9565b804211156123a6575080546001600160f81b03167f0500000000000000000000000000000000000000000000000000000000000000179055547fe03eaaf0855f2c3e0fcb8a8769aa4feca94f288fd41d7e4a46148924e9bf986a9160409160501c6001600160501b03169061221b565b6001810180911161181857630a8d68c960e21b5f5260045260245ffd5b905082600182036123d7576123a683613eef565b6118899250632b3263b360e01b5f52600452612c77565b34611387576123fc36612bd5565b90612405612db6565b505f52600960205260405f20905f5260205260405f2060405161242781612d12565b81548152600182015460208201926001600160a01b038216845260ff60408401926001600160501b038160a01c16845260f01c16916060840192600581101561147e5764ffffffffff60026001600160501b03946001600160a01b03938752015416956080860196875260405195518652511660208501525116604083015251600581101561147e5760a09264ffffffffff91606084015251166080820152f35b346113875760a0366003190112611387576004356124e4612b64565b90604435916001600160601b038316809303611387576064356001600160601b03811693848203611387576084359264ffffffffff841690818503611387576001600160a01b039061253587613afd565b50169586156126485760016060947fa82d11fb9fe59d9bf623b26ed08cc1bd0c2b248c8ad067178158b6db2f21c49796885f52600360205260405f208a5f5260205260405f20917fffffff0000000000000000000000000000000000ffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000077ffffffffffffffffffffffff0000000000000000000000008554938b1b169360c01b16911617178155846001600160601b03198254161781550164ffffffffff8154861c161561261b575b5060405192835260208301526040820152a3005b6c0100000000000000000000000070ffffffffff0000000000000000000000001982541617905587612607565b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b346113875761267e36612bd5565b90805f52600560205260405f2091600283015460f81c600681101561147e57600281036127275750815f52600860205260405f20815f5260205260405f20906001600160501b03825460a01c16156127165750600164ffffffffff9101541691824211156126f95761163f925064ffffffffff421691613dce565b6001830180841161181857630a8d68c960e21b5f5260045260245ffd5b62e357e360e31b5f5260045260245ffd5b6118899083632b3263b360e01b5f52600452612c77565b3461138757611d2b61274f36612bd5565b906127586136b0565b613b67565b34611387575f36600319011261138757602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34611387576040366003190112611387576004356127ba612b64565b906127c36136b0565b6127cc81613afd565b906001600160a01b038316908115612648576001830192835464ffffffffff8160a01c1680156128b6578042106128a457611d2b64ffffffffff60a01b19886001600160a01b03898989896001600160801b0361284e8b8354938460a01c9089600282019686885416938481105f1461289a579d8e955b168b55169055612d89565b166001600160801b03198254161790557f04eda370f8b8612fa7266d7ebbd41af9d694e19793fe9d9ff31b3ddbd99b08e160206001600160801b03604051981697888152a35416613a66565b50839d8e95612843565b630a8d68c960e21b5f5260045260245ffd5b837f1bb31f4f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34611387576128f036612bd5565b905f604080516128ff81612cf6565b82815282602082015201525f52600860205260405f20905f52602052606060405f2064ffffffffff60405161293381612cf6565b6001600160501b03835460408460016001600160a01b0384169788875285602088019560a01c16855201541693019283526040519485525116602084015251166040820152f35b34611387576020366003190112611387575f60a060405161299a81612cc6565b82815282602082015282604082015282606082015282608082015201526004355f52600260205260c060405f206001600160801b036040516129db81612cc6565b8183549164ffffffffff6001600160a01b03841695868352602083019460a01c85526001600160a01b036001820154916001600160601b0360026040870192848616845286606089019660a01c16865201549760a06080880197898b168952019860801c89526040519a8b52511660208a0152511660408801525116606086015251166080840152511660a0820152f35b34611387575f36600319011261138757602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346113875761010036600319011261138757600435612aca612b64565b60443567ffffffffffffffff811161138757612aea903690600401612ba4565b909290608036606319011261138757612b119060e43594612b096136b0565b858486613724565b15612b3457611d2b82612b22612c85565b6001600160a01b036084359216613a66565b90507f26a0d329000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b602435906001600160a01b038216820361138757565b600435906001600160a01b038216820361138757565b35906001600160a01b038216820361138757565b9181601f840112156113875782359167ffffffffffffffff8311611387576020808501948460061b01011161138757565b6040906003190112611387576004359060243590565b9181601f840112156113875782359167ffffffffffffffff8311611387576020838186019501011161138757565b90604060031983011261138757600435916024359067ffffffffffffffff8211611387576102809082900360031901126113875760040190565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600681101561147e57602452565b6064356001600160a01b03811681036113875790565b6101c4356001600160a01b03811681036113875790565b356001600160a01b03811681036113875790565b60c0810190811067ffffffffffffffff821117612ce257604052565b634e487b7160e01b5f52604160045260245ffd5b6060810190811067ffffffffffffffff821117612ce257604052565b60a0810190811067ffffffffffffffff821117612ce257604052565b610200810190811067ffffffffffffffff821117612ce257604052565b6040810190811067ffffffffffffffff821117612ce257604052565b90601f8019910116810190811067ffffffffffffffff821117612ce257604052565b906001600160801b03809116911603906001600160801b03821161181857565b9190820180921161181857565b60405190612dc382612d12565b5f6080838281528260208201528260408201528260608201520152565b8181029291811591840414171561181857565b9190820391821161181857565b906001600160801b03809116911601906001600160801b03821161181857565b9064ffffffffff8091169116019064ffffffffff821161181857565b903590601e1981360301821215611387570180359067ffffffffffffffff821161138757602001918160061b3603831361138757565b6064356001600160801b03811681036113875790565b610204356001600160801b03811681036113875790565b356001600160801b03811681036113875790565b60443560ff811681036113875790565b906001600160501b03809116911603906001600160501b03821161181857565b906001600160501b03809116911601906001600160501b03821161181857565b909392602082013592835f52600560205260405f2092600284015460f81c600681101561147e57600281036132845750845f52600860205260405f20875f5260205260405f20958654906001600160501b038260a01c169485156132725760608401606435938b851490811591613248575b8115613228575b506131fc57612faa90612f8e86612cb2565b612f9b60e0880188612e3c565b9290918c60408a013591614856565b6001880154036131e95760c060405194612fc386612d4b565b60a081013586526080810135602087015201359460ff86169586810361138757505f6020604051612ff381612d4b565b82815201526040519360208501907f8ad7a6fa2679969aa45078562154950d2d7f0a458afcd37eafc6ab2ee52c942882528a604087015260443563ffffffff811680910361138757606087015260808601526084356001600160a01b0381168091036113875760a086015260a435966001600160801b03881696878903611387578760c088015260c435926001600160801b038416808503611387578060e08a015260e4359160ff831680930361138757896130ce936101006130e79c015261010081526130c361012082612d67565b519020945089612da9565b604051936130db85612d4b565b845260208401526148e8565b156131d65782116131ba5750506131005f935b82614931565b60405193827f9c44144a645615d0cf9aee4245765824082dbd3cddb16813383773ec804d604b60206001600160501b03871697888152a36131676001600160501b036005830154169461316260068401966001600160501b0388541690612da9565b612da9565b6001600160501b03600383015416106131a35750506131916001600160501b039182845416612ee3565b166001600160501b0319825416179055565b6131b893504264ffffffffff16925090613dce565b565b6131cf6001600160501b039161310093612d89565b16936130fa565b8463076e4b8f60e51b5f5260045260245ffd5b8763076e4b8f60e51b5f5260045260245ffd5b8a7fde7ab450000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506001600160a01b038061323c84612cb2565b9216911614155f612f7c565b90506084356001600160a01b0381169081810361138757506001600160a01b038216141590612f75565b8962e357e360e31b5f5260045260245ffd5b6118899086632b3263b360e01b5f52600452612c77565b602082106132e157601f198201918211611818575f52600660205260405f2060b082045f5260205260b060405f2054910660500180605011611818571c60019081161490565b60019182915f526005602052600560405f20015460e01c901c161490565b6102243567ffffffffffffffff811681036113875790565b3567ffffffffffffffff811681036113875790565b805f52600a60205264ffffffffff60405f20541661338c575f818152600a60205260408120805464ffffffffff19164264ffffffffff161790557f349a34783f22978672d69a7522c3139369708176151a43ad3e07c7a970ed91ed9080a2565b50565b3563ffffffff811681036113875790565b805f52600560205260405f20916133b78383613eac565b600283015460f81c600681101561147e576004810361272757506006830164ffffffffff815460a01c169164ffffffffff6134137f00000000000000000000000000000000000000000000000000000000000000008095612e20565b1680421161186157506134278186866142d5565b93909163ffffffff61343b6020830161338f565b1696865f52600960205260405f20885f5260205260405f20600181019160ff835460f01c16600581101561147e57600114806136a5575b6136925750505460f01c60ff16600581101561147e5761366257604064ffffffffff855460a01c1664ffffffffff42168082115f1461365a5750915b01916134b983612cb2565b956134c48284612e20565b91604051906134d282612d12565b86825260208201986001600160a01b0316895260408201936001600160501b03841694858152606084019060018252608085019264ffffffffff1683528c5f5260096020528d60405f20905f5260205260405f2094518555600185019b516001600160a01b03166001600160a01b03168c546001600160a01b031916178c55516001600160501b031661358c908c9069ffffffffffffffffffff60a01b1969ffffffffffffffffffff60a01b83549260a01b169116179055565b5196600588101561147e5761363460809a6105956001600160a01b039761363f977f0c9ee3bd694f0ad50672b3a6f892ce74d5102a30b45e06b1320b04d656c5ce699f600264ffffffffff9e8f92996136399a849260ff60f01b197eff00000000000000000000000000000000000000000000000000000000000083549260f01b1691161790555116920191168d198254161790556001600160501b03835460501c16612ee3565b612cb2565b94612e20565b926040519586521660208501526040840152166060820152a3565b9050916134ae565b86867f840071b5000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b95509693505050506131b89492506141da565b508582541415613472565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6136fc5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b90929193835f526005602052600161376960405f209260058401956064898989549861376462ffffff8b60c81c1664ffffffffff8c60a01c168b85613f32565b614856565b910154036138a957608435906001600160501b03821694602081105f146138265760e0018060e0116118185760018083831c161461381c576137d19273ffffffffffffffffffff0000000000000000000060016137cb931b9160501b16612da9565b90612da9565b90555b606435916001600160a01b03831692838103611387577f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f9160209150604051908152a3600190565b5050505050505f90565b92505050601f1981019081116118185760b080820491066050018060501161181857825f52600660205260405f20825f5260205260405f20549060018083831c16146138a057600161387b8661388394612da9565b911b90612da9565b90825f52600660205260405f20905f5260205260405f20556137d4565b50505050505f90565b8263076e4b8f60e51b5f5260045260245ffd5b9093929194845f52600560205260016138fc60405f20926005840196868a8a8a549861376462ffffff8b60c81c1664ffffffffff8c60a01c168b85613f32565b91015403613a53576020820135916001600160501b03831695602081105f146139b15760e001908160e0116118185760018084841c16146139a6577f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f946139916001600160a01b03946137cb60209773ffffffffffffffffffff000000000000000000006001613998981b9160501b16612da9565b9055612cb2565b1693604051908152a3600190565b505050505050505f90565b9250925050601f1981019081116118185760b080820491066050018060501161181857835f52600660205260405f20825f5260205260405f20549060018083831c161461381c577f0508a8b4117d9a7b3d8f5895f6413e61b4f9a2df35afbfb41e78d0ecfff1843f93602093613a3861399893600161387b8b6001600160a01b0398612da9565b90875f526006865260405f20905f52855260405f2055612cb2565b8363076e4b8f60e51b5f5260045260245ffd5b916001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615613adc575b60405215613ac05750565b6001600160a01b0390635274afe760e01b5f521660045260245ffd5b906001811516613af457823b15153d15161690613ab5565b503d5f823e3d90fd5b90815f52600260205260405f20916001600160a01b038354168015613b54573303613b255750565b7f0e25346d000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b506375c000b160e01b5f5260045260245ffd5b805f52600260205260405f206001600160a01b0381541615613b54578215613da6576001600160601b038311613d88576001600160a01b036001820154166040516370a0823160e01b8152306004820152602081602481855afa908115613d1a575f91613d56575b50604051917f23b872dd000000000000000000000000000000000000000000000000000000005f5233600452306024528560445260205f60648180855af160015f5114811615613d37575b836040525f60605215613d2557826024816020936370a0823160e01b82523060048301525afa8015613d1a575f90613ce6575b613c579250612df3565b838103613cb757506002016001600160801b03613c7981851682845416612e00565b166001600160801b03198254161790556040519182527f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60203393a3565b837f857dd552000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020823d602011613d12575b81613d0060209383612d67565b8101031261138757613c579151613c4d565b3d9150613cf3565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b6001811516613d4d57813b15153d151616613c1a565b833d5f823e3d90fd5b90506020813d602011613d80575b81613d7160209383612d67565b8101031261138757515f613bcf565b3d9150613d64565b82637f16270360e01b5f526004526001600160601b0360245260445ffd5b7fc46babb1000000000000000000000000000000000000000000000000000000005f5260045ffd5b6002820180546001600160f81b03167f040000000000000000000000000000000000000000000000000000000000000017905560068201805464ffffffffff60a01b191660a085901b64ffffffffff60a01b1617815590927fa1221027ff9863c679aae7b2a3cb2d9fdb1a3a3cd857243aeb3d3cf30cbdad7992602092905f9060058101906001600160501b0382541680613e85575b5050556001600160501b0319815416905564ffffffffff60405191168152a2565b613ea59154845260028752610e3d6002604086200191825460801c612e00565b5f80613e64565b600282015460f81c600681101561147e57600103613eeb57613ecd82613eef565b91824211613eda57505050565b64ffffffffff6131b8931691613dce565b5050565b64ffffffffff6002613f2f92015460a01c1664ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690612da9565b90565b91908115613fb7575064ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690613f6e8282612da9565b4210613fad57505081613f7f575050565b7f0e1d3815000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6128a49250612da9565b82600261188992015460f81c90632b3263b360e01b5f52600452612c77565b8115613eeb5760018161400560026001600160a01b039401610e3d6001600160801b038716825460801c612d89565b0154165f52600460205261401e60405f20918254612da9565b9055565b35906001600160801b038216820361138757565b92909161408061408593614048615415565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b61552b565b50600481101561147e5715908115916140bd575b506140a15750565b6001600160a01b0390639a7d38d960e01b5f521660045260245ffd5b90506001600160a01b03808316911614155f614099565b90928083116141ab575081156141a6578261413a60046131b8950161410f6001600160501b0386166001600160501b03835460a01c16612ee3565b69ffffffffffffffffffff60a01b1969ffffffffffffffffffff60a01b83549260a01b169116179055565b545f52600260205260405f209061416560028301610e3d6001600160801b038616825460801c612d89565b604051908382527f0ae7c9bfbc7dfc3426a34852f9a1cdd2f750abec8190abbff0bbe13d8118c30c60203393a36001600160a01b0360013392015416613a66565b505050565b827fe757126a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91926001600160501b037feae6e1c06eb1428052dbb51f187231c434369c38b1558979ffcf135e9106607d92600160209301907e0200000000000000000000000000000000000000000000000000000000000060ff60f01b19835416178255545f526002835261425460405f2083835460a01c1690613fd6565b5460a01c16604051908152a3565b64ffffffffff6005613f2f92015460a01c1664ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690612da9565b903590601e1981360301821215611387570180359067ffffffffffffffff82116113875760200191813603831361138757565b92916040519060208201917ff98e734c5b3a7eae9f6be817ec148123d37ed3989a421e1c8b058df8d9420bbb83528135806040830152602083019063ffffffff61431e836148d7565b16606084015260408401916001600160a01b0361433a84612b90565b1660808501526060850135988960a0860152608086019763ffffffff61435f8a6148d7565b1660c087015260a08701976001600160801b0361437b8a614022565b1660e088015260c088019667ffffffffffffffff6143988961497e565b1661010082015261010081526143b061012082612d67565b5190209a8b9383861490811591614821575b5080156147f6575b80156147e0575b6147b457610120880135928314908115916147a4575b8115614794575b50801561476e575b614742576144b9946001600160a01b0360048361442c8360026144cf97015416976144258d60e08101906142a2565b918a614036565b0154169283614724575b60405160208101917f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838835260408201526101408a013560608201526101608a013560808201526101808a013560a082015263ffffffff6144996101a08c016148d7565b1660c082015260c081526144ae60e082612d67565b519020958691612cb2565b6144c76101c08a018a6142a2565b929091614036565b835f52600a60205264ffffffffff60405f205416936102608701906144f482896142a2565b90506145d5575b505050505080159182156145b7575b50506145a4576145436145499163ffffffff61453c6101a06001600160801b036145348498612e9f565b16930161338f565b1690612de0565b9261338f565b168015614590576001600160501b0391041690811561456457565b827f476c41b1000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b84634a37e78b60e01b5f5260045260245ffd5b67ffffffffffffffff9192506145cc90613317565b16105f8061450a565b9091929394506101e087013594851490811591614714575b8115614704575b506146f1576146a361469a6001600160a01b039261469461468d6040519860208a01907f5408912d0bed761c80bdbcf5ca562b8ed6f5512253b39138ea3e17667e7b2d96825260408b01526102008c013560608b01526102208c013560808b01526102408c019967ffffffffffffffff61466d8c61497e565b1660a082015260a0815261468260c082612d67565b519020614048615415565b918a6142a2565b9161552b565b90929192615700565b16908282141591826146e6575b50506146d457506146c967ffffffffffffffff91613317565b165f808080806144fb565b639a7d38d960e01b5f5260045260245ffd5b141590505f806146b0565b89634a37e78b60e01b5f5260045260245ffd5b905061022087013514155f6145f4565b6102008801358c141591506145ed565b61473d8d6147366101008c018c6142a2565b9187614036565b614436565b827f9ac41816000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5061477c6101a0880161338f565b63ffffffff8061478b8c61338f565b169116116143f6565b905061016088013514155f6143ee565b61014089013585141591506143e7565b837fe555d244000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5063ffffffff6147ef8b61338f565b16156143d1565b5061480089612e9f565b6001600160801b036001600160501b03600385015460501c169116116143ca565b61482b915061338f565b63ffffffff61484c600285015462ffffff808260e01c169160c81c16612da9565b911610155f6143c2565b9390916148a093602060c08895604051907f403a3cc7c6e28b853c23c6552d516def56ba34f9513cb9d7ab22de9f0ebeed2d8252838201526080846040830137209101359061555f565b909290836148b057505050505f90565b6040805194855260208501919091528301526001600160a01b031660608201526080902090565b359063ffffffff8216820361138757565b94929093919383036138a05783602061490595519101519061555f565b90918215159283614926575b508261491c57505090565b6020015114919050565b81511492505f614911565b60059169ffffffffffffffffffff60a01b198154169055015f1962ffffff825460c81c160162ffffff811161181857815462ffffff60c81b191660c89190911b62ffffff60c81b16179055565b359067ffffffffffffffff8216820361138757565b67ffffffffffffffff614a8b61016080938035865260208101356020870152604081013560408701526001600160a01b036149d060608301612b90565b1660608701526001600160a01b036149ea60808301612b90565b16608087015263ffffffff614a0160a083016148d7565b1660a087015263ffffffff614a1860c083016148d7565b1660c08701526001600160801b03614a3260e08301614022565b1660e08701526001600160801b03614a4d6101008301614022565b166101008701526001600160801b03614a696101208301614022565b1661012087015283614a7e610140830161497e565b166101408701520161497e565b16910152565b60405160208101907f93001abb46c3120423ee8d948acdf7a45b9a7fbe4f7ce66c90fcfab296c957bd8252614aca604082016004614993565b6101a08152614adb6101c082612d67565b51902090565b9290614aef90614048615415565b614afa82848361552b565b50600481101561147e57159081614b70575b50614b6a576064825f9360209560405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201849052601f01601f19160190845afa630b135d3f60e11b5f5114601f3d111616156140a15750565b50505050565b90506001600160a01b038086169116145f614b0c565b90916101443567ffffffffffffffff8116908181036113875781421161527357505062278d0042019283421161181857610164359067ffffffffffffffff821694858314159586611387574281108015615267575b61523257505060a4359463ffffffff8616958681141596876113875780158015615223575b8015615205575b6151bc5750614c76614c63614c50614c3e63ffffffff614c2760a461338f565b1663ffffffff614c3760c461338f565b1690612da9565b6001600160801b0361453c60e4612e9f565b6001600160801b03614c37610104612e9f565b6001600160801b03614c37610124612e9f565b9661012435916001600160801b0383169182840361138757614c98838b612df3565b9460e435926001600160801b03841692838514159384611387576001600160501b03811161519f57505f956001600160501b03811161519f57506001600160501b038811615181576004359c8d5f52600360205260405f206001600160a01b038b165f5260205260405f2080549064ffffffffff8260c01c1680156151465780421161510e57506001600160601b0382168084116150df5750600164ffffffffff6201518042041691019182548264ffffffffff8260601c16145f146150cf576001600160601b03808092165b169160601c1681808211156150c757614d7d91612df3565b8085116150985750906001600160601b03614d99858294612da9565b169070ffffffffff0000000000000000000000001970ffffffffff00000000000000000000000085549260601b169116178355166001600160601b03198254161790558d5f526002602052600260405f2001908154906001600160801b0382169081811161508357614e276001600160801b039392614e1e85614e4794168092612d89565b9360801c612e00565b84546001600160801b031660809190911b6001600160801b031916178455565b166001600160801b03198254161790558b5f52600560205260405f20998d8b5560443560018c0155606435936001600160a01b0385168503611387576001600160a01b0360028d0195166001600160a01b031986541617855561138757835464ffffffffff60a01b191660a09190911b64ffffffffff60a01b1617835561138757815462ffffff60c81b191660c89190911b62ffffff60c81b1617815560c43563ffffffff811681036113875781547bffffffffffffffffffffffffffffffffffffffffffffffffffffffff1660e09190911b7effffff0000000000000000000000000000000000000000000000000000000016177f010000000000000000000000000000000000000000000000000000000000000017905560038701805469ffffffffffffffffffff19166001600160501b039690961695909517855561138757835473ffffffffffffffffffff00000000000000000000191660509190911b73ffffffffffffffffffff000000000000000000001617835561138757815469ffffffffffffffffffff60a01b191660a09190911b69ffffffffffffffffffff60a01b16178155608435916001600160a01b03831696878403611387576131b897697fffffffffffffffffff9481615067575b5050867f717b772f376849434aedf1061b7fc3813977a3306b30680e0e6df57b9b2bc4916101806001600160a01b0360405195615059876004614993565b1694a45460a11c16926140d4565b5060048601906001600160a01b03198254161790555f8061501b565b6311920a6d60e31b5f5260045260245260445ffd5b847f49ad24a9000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50505f614d7d565b506001600160601b03805f614d65565b837f2889cf43000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6001600160a01b038d7f2169d516000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b508f8c6001600160a01b03917f82969291000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b87637f16270360e01b5f526004526001600160501b0360245260445ffd5b637f16270360e01b5f526004526001600160501b0360245260445ffd5b9087611387575060c4359063ffffffff82169182810361138757507fafeadbdf000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5060c43563ffffffff81168082036113875762ffffff915011614c07565b505f975062ffffff8111614c00565b838761138757507f2cd0b0c2000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b505f9650818111614bdb565b507f7d372854000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60a43563ffffffff811690818103611387575060c4359063ffffffff821690818303611387576152cf9250612da9565b60e435906001600160801b03821690818303611387576152ef9250612de0565b61010435906001600160801b03821690818303611387576153109250612da9565b61012435906001600160801b0382169081830361138757613f2f9250612da9565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260243560408201526044356060820152606435608082015260843560a082015260a43563ffffffff81168091036113875760c082015260c08152614adb60e082612d67565b60405160208101907f6dc8bd33130352fba9f759366dcab4c243e0c9c19110184bd1ae44ce99892838825260e43560408201526101043560608201526101243560808201526101443560a08201526101643563ffffffff81168091036113875760c082015260c08152614adb60e082612d67565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480615502575b15615470577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614adb60c082612d67565b507f00000000000000000000000000000000000000000000000000000000000000004614615447565b90604183036155555761554e9250602081013591604082359201355f1a9061567e565b9192909190565b50505f9160029190565b93919492909460208311801561561c575b615611579085949592607f19609f604051011690601f198201907fd485220782df9e076851adc6712bacdfc40c0df1e141d5ee1f353d4bd0d4d853825260061b830192915b8383106155d257505050505060f81c6155ca57565b5f9250829150565b909192939694978360408092818b60061b168517908152886020820152183760a082209760208401359586019795179460011c939260400191906155b5565b505f94508493505050565b5080831c1515615570565b60ff811690601f82116156565760405191615643604084612d67565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116156f5579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15613d1a575f516001600160a01b038116156156eb57905f905f90565b505f906001905f90565b5050505f9160039190565b600481101561147e5780615712575050565b60018103615742577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b6002810361577657507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6003146157805750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd'
