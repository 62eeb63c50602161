// Package evaluation decides when a computed class takes effect. What follows
// from a class (who serves an account, at what price, on which credit) must not
// follow a computer from one night to the next: a new result becomes a proposal
// once it has shown itself long enough, and a class once somebody who answers
// for it has agreed, or has set it by hand for a while.
package evaluation

import (
	"slices"
	"strings"

	"erba/analysis/why"
	"erba/kernel"
)

// The governed models. Other results, such as ABC and RFM, change by themselves.
const (
	Tier = "tier" // method M17
	Key  = "key"  // method M01: stands in the register
	VIP  = "vip"  // method M15

	Grade      = "grade" // method M18, PYR.A to PYR.D
	Membership = "card"  // method M19
)

// Governed is a model whose classes take effect by decision alone.
type Governed struct {
	Model   string   `json:"model"   enum:"tier,key,vip,grade,card"`
	Method  string   `json:"method"  doc:"Id of the method, such as M17"`
	Classes []string `json:"classes" doc:"From the lowest up; having none is below them"`
	Given   bool     `json:"given"   doc:"Nobody has one before somebody has decided so; of the others the first evaluation enters what it finds"`
}

// Models are the governed ones, in the order of screens.
var Models = []Governed{
	{Tier, "M17", []string{"MASS", "NONNAMED", "NAMED", "MAJOR"}, false},
	{Key, "M01", []string{"KEY"}, false},
	{VIP, "M15", []string{"VIP"}, false},
	{Grade, "M18", []string{"D", "C", "B", "A"}, false},
	{Membership, "M19", []string{"SILVER", "GOLD", "PLATINUM"}, true},
}

// place is where a model stands among the governed ones, or −1.
func place(model string) int {
	return slices.IndexFunc(Models, func(g Governed) bool { return g.Model == model })
}

// rank is how high a class is; 0 is none.
func (g Governed) rank(class string) int { return slices.Index(g.Classes, class) + 1 }

// has reports whether a class is one of the model's, or none where one can be none.
func (g Governed) has(class string) bool {
	return g.rank(class) > 0 || class == "" && (g.Given || len(g.Classes) == 1)
}

// How a class came to be in force.
const (
	Initial  = "initial"  // it was there when evaluation began, or it is the first of an account and the lowest
	Approved = "approved" // somebody has approved a proposal
	Undone   = "undone"   // an approval was taken back
	ByRule   = "rule"     // the rules ask nobody, or somebody has approved its reason, such as a nomination
	Override = "override" // set by hand
	Expiry   = "expiry"   // what was set by hand has expired
)

// Class is the class of an account that is in force.
type Class struct {
	Account  kernel.ID   `json:"account"      db:"account_id"`
	Model    string      `json:"model"        db:"model" enum:"tier,key,vip,grade,card"`
	Class    string      `json:"class"        db:"class" doc:"Empty: none any more"`
	Since    kernel.Date `json:"since"        db:"since_on"`
	Entered  kernel.Date `json:"-"            db:"entered_on"` // its first class
	Way      string      `json:"way"          db:"way" enum:"initial,approved,undone,rule,override,expiry"`
	By       kernel.ID   `json:"by,omitzero"  db:"by_id" doc:"Who decided; empty: nobody had to"`
	Approval kernel.ID   `json:"proposal,omitzero" db:"approval_id"`
	Current  int64       `json:"-"            db:"current_minor"` // what it was decided on
	Expected int64       `json:"-"            db:"expected_minor"`
}

// Set is a class set by hand, in place of the one that was decided, for a while.
type Set struct {
	Account kernel.ID   `json:"account"     db:"account_id"`
	Model   string      `json:"model"       db:"model" enum:"tier,key,vip,grade,card"`
	Class   string      `json:"class"       db:"class"`
	Reason  string      `json:"reason"      db:"reason"`
	By      kernel.ID   `json:"by,omitzero" db:"by_id"`
	From    kernel.Date `json:"from"        db:"from_on"`
	Expires kernel.Date `json:"expires"     db:"expires_on"`
}

// Holds reports whether a class set by hand still counts on a day.
func (s Set) Holds(on kernel.Date) bool { return !s.Account.IsZero() && s.Expires.Compare(on) > 0 }

const shortest = 5 // characters of a reason (specification 0.3.6)

// Check reports the first rule that a class set by hand breaks.
func (s Set) Check() error {
	switch at := place(s.Model); {
	case at < 0 || !Models[at].has(s.Class):
		return kernel.Invalid("evaluation.bad_class", "class", s.Class)
	case len([]rune(strings.TrimSpace(s.Reason))) < shortest:
		return kernel.Invalid("evaluation.short_reason", "min", shortest)
	case s.Expires.Compare(s.From) <= 0:
		return kernel.Invalid("evaluation.expired", "on", s.From)
	}
	return nil
}

// Move is one change of what is in force.
type Move struct {
	ID       kernel.ID   `json:"id"           db:"id"`
	Account  kernel.ID   `json:"account"      db:"account_id"`
	Model    string      `json:"model"        db:"model" enum:"tier,key,vip,grade,card"`
	Was      string      `json:"was"          db:"was" doc:"Empty: none"`
	Class    string      `json:"class"        db:"class" doc:"Empty: none"`
	On       kernel.Date `json:"on"           db:"moved_on"`
	Way      string      `json:"way"          db:"way" enum:"initial,approved,undone,rule,override,expiry"`
	By       kernel.ID   `json:"by,omitzero"  db:"by_id"`
	Approval kernel.ID   `json:"proposal,omitzero" db:"approval_id"`
	Reason   string      `json:"reason"       db:"reason"`
}

// The states of a proposal.
const (
	Open      = "open"
	Refused   = "refused"
	Withdrawn = "withdrawn" // the classes agree again, or say something else
	Lapsed    = "lapsed"
)

// Proposal is a change of a class that waits for a decision, or has had one.
type Proposal struct {
	ID        kernel.ID   `json:"id"            db:"id"`
	Account   kernel.ID   `json:"account"       db:"account_id"`
	Model     string      `json:"model"         db:"model" enum:"tier,key,vip,grade,card"`
	Was       string      `json:"was"           db:"was" doc:"Empty: none"`
	Becomes   string      `json:"becomes"       db:"becomes" doc:"Empty: none"`
	Up        bool        `json:"up"            db:"up"`
	AsOf      kernel.Date `json:"as_of"         db:"as_of"`
	First     kernel.Date `json:"first"         db:"first_on" doc:"Since when every evaluation says so"`
	Runs      int         `json:"runs"          db:"runs" doc:"How many evaluations in a row say so"`
	State     string      `json:"state"         db:"state" enum:"open,approved,refused,withdrawn,lapsed,undone"`
	Need      string      `json:"need"          db:"need" enum:"manager,director"`
	Reason    string      `json:"-"             db:"reason"` // JSON of why.Explanation
	Current   int64       `json:"-"             db:"current_minor"`
	Expected  int64       `json:"-"             db:"expected_minor"`
	Objection string      `json:"objection"     db:"objection" doc:"What the account's owner holds against it"`
	Objector  kernel.ID   `json:"objector,omitzero" db:"objector_id"`
	Objected  int64       `json:"objected,omitempty" db:"objected_at" doc:"Microseconds since 1970, UTC"`
}

// Effect is something that follows from a class: a text key, and what fills it.
type Effect struct {
	Key  string         `json:"key"`
	Args map[string]any `json:"args"`
}

// Listed is a proposal with everything that who decides wants to see.
type Listed struct {
	Proposal
	Code    string          `json:"code"`
	Name    string          `json:"name"`
	Owner   kernel.ID       `json:"owner,omitzero"`
	Why     why.Explanation `json:"why"`
	Effects []Effect        `json:"effects" doc:"What follows from it"`
	Version int64           `json:"version" doc:"Of the approval; 0: the viewer does not take part in it"`
	Decide  bool            `json:"decide"  doc:"The viewer may decide"`
	Contest bool            `json:"contest" doc:"The viewer may hold something against it"`
}

// Tally is how many open proposals are of a kind.
type Tally struct {
	Model   string `json:"model"   db:"model" enum:"tier,key,vip,grade,card"`
	Was     string `json:"was"     db:"was"`
	Becomes string `json:"becomes" db:"becomes"`
	Up      bool   `json:"up"      db:"up"`
	Count   int    `json:"count"   db:"n"`
}

// Proposals is a page of them, the latest first.
type Proposals struct {
	Rows    []Listed  `json:"rows"`
	Tallies []Tally   `json:"tallies" doc:"Of all open ones in sight"`
	Next    kernel.ID `json:"next,omitzero"`
}

// Run is one evaluation of all accounts.
type Run struct {
	ID      kernel.ID   `json:"id"           db:"id"`
	AsOf    kernel.Date `json:"as_of"        db:"as_of"`
	At      int64       `json:"at"           db:"ended_at" doc:"Microseconds since 1970, UTC"`
	By      kernel.ID   `json:"by,omitzero"  db:"by_id" doc:"Empty: by schedule"`
	Initial bool        `json:"initial"      db:"initial" doc:"The first one: classes were entered, nothing was proposed"`
	Config  int64       `json:"config"       db:"config" doc:"Version of the configuration of the methods"`
	Found
}

// Found is what an evaluation has found.
type Found struct {
	Accounts  int `json:"accounts"  db:"accounts"`
	Entered   int `json:"entered"   db:"entered"   doc:"First classes of accounts"`
	Proposed  int `json:"proposed"  db:"proposed"  doc:"New proposals"`
	Standing  int `json:"standing"  db:"standing"  doc:"Open ones that still hold"`
	Retracted int `json:"retracted" db:"retracted" doc:"Open ones that do not hold any more"`
	Waiting   int `json:"waiting"   db:"waiting"   doc:"Changes that have not shown themselves long enough"`
	Held      int `json:"held"      db:"held"      doc:"Changes held back: the last one is too recent, was refused, or only the reserve was used"`
	Changed   int `json:"changed"   db:"changed"   doc:"Changed without a decision, as the rules say"`
	Expired   int `json:"expired"   db:"expired"   doc:"Classes set by hand whose time is over"`
}
