package plan

import (
	"erba/analysis/null"
	"erba/analysis/routine"
	"erba/kernel"
)

// Week is how many of the important customers were contacted in a week.
type Week struct {
	From      kernel.Date `json:"from" doc:"The Monday of it"`
	Important int         `json:"important" doc:"Major or Named, or PYR.A or PYR.B, as they are today"`
	Contacted int         `json:"contacted"`
	Share     null.Number `json:"share" doc:"null: none is important"`
}

// Contacts is the part of the important customers that were contacted in this week,
// and in those before.
type Contacts struct {
	Week
	Until   kernel.Date `json:"until"`
	Weeks   []Week      `json:"weeks"   doc:"A quarter of them, the earliest first; the last one is this"`
	Missing []Missing   `json:"missing" doc:"Important, and not contacted in this week: those without contact for longest first"`
}

// Missing is an important customer whom nobody has contacted in a week.
type Missing struct {
	ID    kernel.ID   `json:"id"             db:"id" row:"account"`
	Code  string      `json:"code"           db:"code"`
	Name  string      `json:"name"           db:"name"`
	Owner kernel.ID   `json:"owner,omitzero" db:"owner_id"`
	Last  kernel.Date `json:"last,omitzero"  db:"-" doc:"The last contact; nothing: none is known"`
}

// weekOf counts a week's contacts of some accounts.
func weekOf(monday kernel.Date, accounts []Missing, touched map[kernel.ID]bool) Week {
	w := Week{From: monday, Important: len(accounts)}
	for _, a := range accounts {
		if touched[a.ID] {
			w.Contacted++
		}
	}
	w.Share = routine.Compliance(w.Contacted, w.Important)
	return w
}
