package evaluation

import (
	"erba/kernel"
)

// InForce is one governed class of an account: what counts, what was decided and
// what is computed.
type InForce struct {
	Model       string      `json:"model"       enum:"tier,key,vip,grade,card"`
	Class       string      `json:"class"       doc:"What counts; empty: none"`
	Since       kernel.Date `json:"since"       doc:"Empty: never had one"`
	Way         string      `json:"way"         doc:"How it came to be: initial, approved, undone, rule, override; empty: it never had one"`
	By          kernel.ID   `json:"by,omitzero"`
	Decided     string      `json:"decided"     doc:"What counts again after what was set by hand"`
	Computed    string      `json:"computed"`
	Provisional bool        `json:"provisional" doc:"Computed from the current value alone; nothing follows from it"`
	Set         *Set        `json:"set"         doc:"By hand; null: nobody has"`
	Fate        Fate        `json:"fate"        doc:"What the last evaluation made of a difference: waits, holds, rests, spent, due; empty: there is none"`
	Runs        int         `json:"runs"        doc:"How many evaluations in a row have said so"`
	Of          int         `json:"of"          doc:"How many it takes"`
	First       kernel.Date `json:"first"       doc:"Since when"`
}

// Card is what evaluation knows of an account.
type Card struct {
	Classes   []InForce `json:"classes"`
	Moves     []Move    `json:"moves"     doc:"The latest first, at most 100"`
	Proposals []Listed  `json:"proposals" doc:"Open and past ones, the latest first, at most 50"`
}
