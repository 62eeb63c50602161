// Package coverage decides who covers which account with how many hours, and
// where effort and worth do not fit: it holds what the tiers ask for against the
// people there are (method M67), lays budgets out (method M68), and lets whoever
// leads people try another coverage before anything changes. An account belongs
// to its owner; a hand-over in the future takes effect by itself.
package coverage

import (
	"strings"

	cover "erba/analysis/coverage"
	"erba/analysis/why"
	"erba/kernel"
)

// Need is what the accounts of a tier ask for.
type Need struct {
	cover.Need
	Hours kernel.Decimal `json:"hours" doc:"Of a year"`
	Open  int            `json:"open"  doc:"Of them looked after by nobody"`
}

// Person is somebody who looks after accounts.
type Person struct {
	User     kernel.ID       `json:"user"`
	Name     string          `json:"name"`
	Hours    kernel.Decimal  `json:"hours"    doc:"That his accounts ask for in a year"`
	Capacity kernel.Decimal  `json:"capacity" doc:"Hours that he has for accounts in a year"`
	Own      bool            `json:"own"      doc:"Somebody has set his capacity"`
	Version  int64           `json:"version"  doc:"Of that; 0: nobody has"`
	Spent    *kernel.Decimal `json:"spent"   doc:"Hours recorded in the last twelve whole months; null: none"`
	Major    int             `json:"MAJOR"`
	Named    int             `json:"NAMED"`
	NonNamed int             `json:"NONNAMED"`
	Mass     int             `json:"MASS"`
	Untiered int             `json:"untiered" doc:"Accounts without a tier in force"`
	Gone     bool            `json:"gone"     doc:"He cannot sign in any more"`
	Away     bool            `json:"away"     doc:"Somebody stands in for him today"`
	StandIn  kernel.ID       `json:"stand_in,omitzero"`
	Faults   int             `json:"faults"   doc:"Rules that are broken at him"`
}

// Violation is where a rule of coverage is broken.
type Violation struct {
	Fault   string    `json:"fault" enum:"shared,crowded,nobody,left,short"`
	User    kernel.ID `json:"user,omitzero"`
	Person  string    `json:"person"`
	Account kernel.ID `json:"account,omitzero" doc:"Empty: it is about all accounts of the tier that somebody has"`
	Name    string    `json:"name"`
	Tier    string    `json:"tier" enum:"MAJOR,NAMED,NONNAMED,MASS"`
	Have    int       `json:"have"`
	Most    int       `json:"most"`
}

// Board is who covers what.
type Board struct {
	Today      kernel.Date    `json:"today"`
	Since      kernel.Date    `json:"since"   doc:"The first day of the months of which hours are told"`
	Until      kernel.Date    `json:"until"`
	Scope      string         `json:"scope"   enum:"whole,own" doc:"own: only what the viewer sees"`
	Version    int64          `json:"version" doc:"Of the configuration of M67"`
	Needs      []Need         `json:"needs"   doc:"From the top"`
	People     int            `json:"people"  doc:"That the tiers ask for, by the rule of heads"`
	Persons    int            `json:"persons" doc:"That the hours ask for"`
	Hours      kernel.Decimal `json:"hours"`
	Have       int            `json:"have"     doc:"People there are"`
	Capacity   kernel.Decimal `json:"capacity" doc:"Hours that they have"`
	Staff      []Person       `json:"staff"`
	Violations []Violation    `json:"violations" doc:"At most 500"`
	Broken     int            `json:"broken"     doc:"How many there are"`
	Over       int            `json:"over"       doc:"Accounts that get more than their tier asks for"`
	Under      int            `json:"under"      doc:"… less"`
	Blank      int            `json:"blank"      doc:"With a tier, and nobody has recorded hours"`
	Arrange    bool           `json:"arrange"    doc:"The viewer may try and change it"`
	Budget     bool           `json:"budget"     doc:"The viewer may read budgets"`
}

const mostViolations = 500

// Served is what an account gets and what its tier asks for, in hours of a year.
type Served struct {
	Account   kernel.ID       `json:"account" row:"account"`
	Code      string          `json:"code"`
	Name      string          `json:"name"`
	Owner     kernel.ID       `json:"owner,omitzero"`
	Tier      string          `json:"tier"      enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Class     string          `json:"class"     enum:",A,B,C" doc:"By sales (method M25)"`
	Strategic bool            `json:"strategic"`
	Exempt    bool            `json:"exempt"`
	Need      kernel.Decimal  `json:"need"`
	Spent     *kernel.Decimal `json:"spent"     doc:"null: nobody has recorded any"`
	Cost      int64           `json:"cost,omitzero" may:"margin:read" doc:"Hours, expenses and material, minor units; absent: nobody has recorded any"`
	Fit       string          `json:"fit"       enum:"unknown,enough,under,over"`
	Why       why.Explanation `json:"why"`
}

// Fits is a page of accounts that are served in one way, the largest difference first.
type Fits struct {
	Rows  []Served `json:"rows"`
	Count int      `json:"count"`
	Next  int      `json:"next,omitzero" doc:"0: no more"`
}

// Mark says that an account is covered otherwise than its tier says.
type Mark struct {
	Account   kernel.ID `json:"-"          db:"account_id"`
	Strategic bool      `json:"strategic"  db:"strategic" doc:"Covered by a team"`
	Exempt    bool      `json:"exempt"     db:"exempt"    doc:"No rule counts it"`
	Reason    string    `json:"reason"     db:"reason"`
	By        kernel.ID `json:"by,omitzero" db:"by_id"`
	Version   int64     `json:"version"    db:"version"`
}

// Revision is what who writes it over has read.
func (m Mark) Revision() int64 { return m.Version }

const (
	shortest = 2 // characters of a reason
	longest  = 300
)

func checkReason(reason string) error {
	if n := len([]rune(strings.TrimSpace(reason))); n < shortest || n > longest {
		return kernel.Invalid("coverage.bad_reason", "min", shortest, "max", longest)
	}
	return nil
}

// Capacity is how many hours for accounts somebody has in a year.
type Capacity struct {
	User    kernel.ID      `json:"user"    db:"user_id"`
	Hours   kernel.Decimal `json:"hours"   db:"hours"`
	Reason  string         `json:"reason"  db:"reason"`
	By      kernel.ID      `json:"by,omitzero" db:"by_id"`
	Version int64          `json:"version" db:"version"`
}

// Revision is what who writes it over has read.
func (c Capacity) Revision() int64 { return c.Version }

const mostHours = 8760 // of a year

// Check reports the first rule that a capacity breaks.
func (c Capacity) Check() error {
	if c.Hours.Sign() < 0 || c.Hours.Micro() > mostHours*1_000_000 {
		return kernel.Invalid("coverage.bad_hours", "max", mostHours)
	}
	return checkReason(c.Reason)
}

// Sheet is what there is to say about the coverage of an account.
type Sheet struct {
	Served
	Mark    Mark        `json:"mark"`
	Waiting *Waiting    `json:"waiting" doc:"null: no hand-over is arranged"`
	Since   kernel.Date `json:"since"`
	Until   kernel.Date `json:"until"`
	Arrange bool        `json:"arrange" doc:"The viewer may mark it"`
}

// Revision is that of the mark, which is what can be written over.
func (s Sheet) Revision() int64 { return s.Mark.Version }

// Waiting is a hand-over that takes effect by itself.
type Waiting struct {
	To kernel.ID   `json:"to" db:"to_id"`
	On kernel.Date `json:"on" db:"handover_on"`
}
