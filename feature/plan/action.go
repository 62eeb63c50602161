package plan

import (
	"strings"

	"erba/kernel"
)

// The states of an action, beside Open.
const (
	Done    = "done"
	Dropped = "dropped" // somebody has given it up, with a reason
)

// Action is one thing that has to be done for an account.
type Action struct {
	ID      kernel.ID   `json:"id"             db:"id"`
	Account kernel.ID   `json:"account"        db:"account_id"`
	Subject kernel.ID   `json:"subject,omitzero" db:"subject_id" doc:"For what of the account, such as a deal; absent: for the account itself"`
	Title   string      `json:"title"          db:"title"`
	Owner   kernel.ID   `json:"owner,omitzero" db:"owner_id" doc:"Who does it"`
	From    kernel.Date `json:"from"           db:"from_on"`
	Due     kernel.Date `json:"due"            db:"due_on"`
	State   string      `json:"state"          db:"state" enum:"open,done,dropped"`
	Result  string      `json:"result"         db:"result" doc:"What came of it, or why it was given up"`
	Origin  string      `json:"-"              db:"origin"`
	Run     kernel.ID   `json:"run,omitzero"   db:"run_id" doc:"Made from a template together with others"`
	By      kernel.ID   `json:"by,omitzero"    db:"by_id"`
	Made    kernel.Date `json:"made"           db:"made_on"`
	Ended   kernel.Date `json:"ended"          db:"ended_on" doc:"Empty: it is open"`
	Version int64       `json:"version"        db:"version"`
}

// Revision is the version that a change must name to replace it.
func (a Action) Revision() int64 { return a.Version }

// Late reports whether an action should have been done by now.
func (a Action) Late(today kernel.Date) bool { return a.State == Open && a.Due.Compare(today) < 0 }

// key is the text key of its state.
func (a Action) key() string { return "plan.state_" + a.State }

// Check reports the first rule that an action breaks.
func (a Action) Check() error {
	switch {
	case short(a.Title):
		return kernel.Invalid("plan.no_title").In("title")
	case a.Owner.IsZero():
		return kernel.Invalid("plan.no_owner").In("owner")
	case a.Due.IsZero() || a.Due.Compare(a.From) < 0:
		return kernel.Invalid("plan.bad_due", "from", a.From).In("due")
	}
	return nil
}

// end closes an open action with what came of it.
func (a *Action) end(state, said string, today kernel.Date) error {
	if a.Result = strings.TrimSpace(said); short(a.Result) {
		missing := "plan.no_result_" + state
		return kernel.Invalid(missing).In("result")
	}
	a.State, a.Ended = state, today
	return nil
}

// Listed is an action as it is listed.
type Listed struct {
	Action
	Code string `json:"code"`
	Name string `json:"name"`
	Late bool   `json:"late" doc:"Its day has passed"`
}

// Actions is a page of them, the next due first.
type Actions struct {
	Rows  []Listed    `json:"rows"`
	Open  int         `json:"pending" doc:"Open ones in sight"`
	Late  int         `json:"late" doc:"Of them, those whose day has passed"`
	Today kernel.Date `json:"today"`
	Next  kernel.ID   `json:"next,omitzero"`
}

// Whose actions are asked for.
const (
	Mine = "mine"
	Line = "line" // of those who report to the viewer, and his own
)

// Which narrows a list of actions.
type Which struct {
	State   string
	Whose   string
	Late    bool
	Account kernel.ID
	After   kernel.ID
	Limit   int

	viewer kernel.ID
	today  kernel.Date
}
