package plan

import (
	"erba/analysis/planning"
	"erba/kernel"
)

// The steps of which something is looked at.
const (
	stepClasses   = 1
	stepGoals     = 2
	stepCoverage  = 3
	stepPeople    = 4
	stepRivals    = 5
	stepDeals     = 6
	stepResources = 7
	stepActions   = 8
)

// important are the tiers of which every account needs actions of its own.
var important = []string{"MAJOR", "NAMED"}

// Step is one of the eight, and how far it is.
type Step struct {
	planning.Step
	State string `json:"state" enum:"complete,open,stale,later"`
	Loose int    `json:"loose" doc:"Of blocking: open deals without an account that nobody has judged, all others are accounts"`
}

// Progress is how far a plan is, by the accounts in the viewer's sight.
type Progress struct {
	Plan     Plan        `json:"plan"`
	Steps    []Step      `json:"steps"`
	Complete int         `json:"complete" doc:"Steps that are"`
	Share    float64     `json:"share"    doc:"Complete steps of eight"`
	Own      bool        `json:"own"      doc:"There are accounts out of sight, of which nothing is told"`
	Budget   *Allocation `json:"budget"   doc:"Of step 7; null: nothing is allocated yet"`
	Marks    int         `json:"marks"    doc:"Accounts of which something has to be looked at again"`
	Today    kernel.Date `json:"today"`
}

// Allocation is what is planned of a budget, in minor units.
type Allocation struct {
	Planned int64 `json:"planned"`
	Budget  int64 `json:"budget"`
}

// Blocker is an account that stands against a step.
type Blocker struct {
	Account kernel.ID   `json:"account"`
	Code    string      `json:"code"`
	Name    string      `json:"name"`
	Owner   kernel.ID   `json:"owner,omitzero"`
	Tier    string      `json:"tier"    doc:"In force; empty: none"`
	Missing bool        `json:"missing" doc:"What the step asks for is not there"`
	Was     string      `json:"was,omitempty"     doc:"The tier that the step rested on, where it has to be looked at again"`
	Since   kernel.Date `json:"since,omitzero"    doc:"When the tier changed"`
}

// Blockers are those of a step, as many as can be shown.
type Blockers struct {
	Number int       `json:"number"`
	Count  int       `json:"count"`
	Rows   []Blocker `json:"rows"`
}

// mostBlockers is how many are shown at once; all can be exported.
const mostBlockers = 200

// Page is the printable plan: how far it is, and what is to be done for each
// important account.
type Page struct {
	Progress Progress `json:"progress"`
	Rows     []Entry  `json:"rows"`
	Count    int      `json:"count" doc:"Important accounts, of which the first are in rows"`
}

// Entry is an important account in the plan.
type Entry struct {
	Account kernel.ID `json:"account"`
	Code    string    `json:"code"`
	Name    string    `json:"name"`
	Owner   kernel.ID `json:"owner,omitzero"`
	Tier    string    `json:"tier"`
	Lacks   []int     `json:"lacks"   doc:"Steps that it stands against"`
	Stale   []int     `json:"stale"   doc:"Steps that have to be looked at again"`
	Actions []Action  `json:"actions" doc:"Open ones, the next due first"`
}
