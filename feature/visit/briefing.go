package visit

import (
	"erba/kernel"
)

// Briefing is what somebody reads before he goes, on one page. Of what people
// have confided to somebody it holds nothing.
type Briefing struct {
	Visit    Sheet        `json:"visit"`
	AsOf     kernel.Date  `json:"as_of"`
	People   []Met        `json:"people"   doc:"Whom we meet, then the others who count"`
	Last     *Appointment `json:"last"     doc:"The visit before; null: there was none"`
	History  []Past       `json:"history"  doc:"The latest contacts"`
	Pending  []Owed       `json:"pending"  doc:"Promises of both sides that have not been kept yet"`
	Money    *Money       `json:"money,omitempty" may:"invoice:read" doc:"Receivables; null: nothing is known"`
	Trade    *Trade       `json:"trade,omitempty" may:"revenue:read"`
	Account  kernel.ID    `json:"account" row:"account"`
	Currency string       `json:"currency"`
}

// Met is somebody of them, as a briefing knows him.
type Met struct {
	Person
	Department string `json:"department"`
	Duties     string `json:"duties"`
	Comes      bool   `json:"comes" doc:"We meet him"`
	Attitude   *int   `json:"attitude,omitempty" may:"relation:read" doc:"−2 to 2"`
}

// Past is a contact that there was.
type Past struct {
	On      kernel.Date `json:"on"`
	Channel string      `json:"channel"`
	Subject string      `json:"subject"`
}

// Owed is a promise that has not been kept yet.
type Owed struct {
	By   string      `json:"by" enum:"us,customer"`
	Text string      `json:"text"`
	Due  kernel.Date `json:"due"`
	Late int         `json:"late" doc:"Days; 0: not yet"`
	Who  string      `json:"who"`
}

// Money is what an account owes.
type Money struct {
	Light string `json:"light" enum:"green,yellow,red" doc:"Red: something is past due by more than 30 days"`
	Sum   int64  `json:"sum"   doc:"Minor units, not paid yet"`
	Late  int64  `json:"late"  doc:"Of it, past its due day"`
}

// Trade is what an account has bought.
type Trade struct {
	Sales int64       `json:"sales_minor" doc:"Net, of twelve months"`
	Last  kernel.Date `json:"last_order"`
}
