package portfolio

import "erba/kernel"

// Change is one result of an account that became another.
type Change struct {
	Account kernel.ID   `json:"account" db:"account_id"`
	Code    string      `json:"code"    db:"code"`
	Name    string      `json:"name"    db:"name"`
	Model   string      `json:"model"   db:"model"  enum:"abc,rfm,grid,quadrant,pyramid,register"`
	Was     string      `json:"was"     db:"was"    doc:"Empty: none before"`
	Is      string      `json:"is"      db:"result" doc:"Empty: none any more"`
	On      kernel.Date `json:"on"      db:"evaluated_on"`
	Config  int64       `json:"config"  db:"config"`
}

// Changes is a page of changes, the newest first.
type Changes struct {
	Rows []Change  `json:"rows"`
	Next kernel.ID `json:"next,omitzero"`
}
