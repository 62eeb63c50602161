package portfolio

import "erba/kernel"

// Status is that of a key account.
type Status struct {
	Account kernel.ID   `json:"account" db:"account_id"`
	Since   kernel.Date `json:"since"   db:"since_on"`
	Manual  bool        `json:"manual"  db:"manual" doc:"Somebody has set the day"`
}
