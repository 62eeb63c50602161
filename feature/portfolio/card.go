package portfolio

import (
	"erba/analysis/why"
	"erba/kernel"
)

// Card is what the portfolio knows of one account: its marks, and why.
type Card struct {
	Frame
	Member
	KeyAccount bool         `json:"key_account"`
	Since      kernel.Date  `json:"since" doc:"Key account since; empty if it is none"`
	Why        []Reasoned   `json:"why"   doc:"One for each model"`
	Split      Split        `json:"split" doc:"How methods divide about the highest class"`
	Scored     Scored       `json:"scored"`
	Estimates  []Estimate   `json:"estimates"`
	Nominated  []Nomination `json:"nominations"`
}

// Reasoned is the explanation of one result with how far it can be trusted.
type Reasoned struct {
	Model  string `json:"model"  enum:"abc,rfm,grid,quadrant,pyramid,worth,climb,card,single,matrix,agree,contribution,effort,register"`
	Method string `json:"method" doc:"Id of the method, such as M25"`
	why.Explanation
	Confidence Confidence `json:"confidence"`
	Rows       int64      `json:"rows" doc:"Lines of the ledger it rests on"`
}

// Confidence says how far a result can be trusted.
type Confidence struct {
	Level    string      `json:"level" enum:"high,medium,low"`
	Reasons  []string    `json:"reasons" doc:"Text keys"`
	Author   string      `json:"author" doc:"Who judged; empty: computed from the ledger alone"`
	On       kernel.Date `json:"on"`
	Evidence string      `json:"evidence"`
	Expires  kernel.Date `json:"expires"`
}
