package method

import (
	"erba/analysis/why"
	"erba/kernel"
)

// Simulation is what a draft would do to the accounts that the viewer sees, if
// it were in force today.
type Simulation struct {
	AsOf     kernel.Date `json:"as_of"`
	Accounts int         `json:"accounts" doc:"How many were classed"`
	Moves    []Move      `json:"moves"    doc:"Between every two results, those that stay included"`
	Up       int         `json:"up"`
	Down     int         `json:"down"`
	Held     int         `json:"held"     doc:"Would move, but hysteresis or a holding period keeps them"`
	Moved    []Moved     `json:"moved"    doc:"Who moves, the most important first"`
	Loads    []Load      `json:"loads"    doc:"What it does to those who look after the accounts, the most overloaded first"`
}

// Move is how many accounts go from one result to another.
type Move struct {
	From  string `json:"from" doc:"Text key of the result, such as abc.A"`
	To    string `json:"to"`
	Count int    `json:"count"`
}

// Moved is one account that would get another result.
type Moved struct {
	Account kernel.ID `json:"account"`
	Code    string    `json:"code"`
	Name    string    `json:"name"`
	From    string    `json:"from" doc:"Text key"`
	To      string    `json:"to"   doc:"Text key"`
	Held    bool      `json:"held" doc:"It stays for the time being"`
}

// Load is the hours a month that somebody's accounts ask of him.
type Load struct {
	User     kernel.ID `json:"user"`
	Name     string    `json:"name"`
	Before   float64   `json:"before"`
	After    float64   `json:"after"`
	Capacity float64   `json:"capacity"`
}

// Test is how a configuration would have done, standing on a day in the past and
// knowing only what was known then.
type Test struct {
	At          kernel.Date `json:"at"`
	Population  int         `json:"population"   doc:"Accounts with a history long enough"`
	Skipped     int         `json:"skipped"      doc:"Those whose history is too short"`
	Flagged     int         `json:"flagged"      doc:"Whom it puts into its best classes"`
	Left        int         `json:"left"         doc:"What became of the population: stopped buying"`
	Shrank      int         `json:"shrank"`
	Grew        int         `json:"grew"`
	Hit         int         `json:"hit"          doc:"Flagged, and grew"`
	Precision   *float64    `json:"precision"    doc:"Hit of flagged; null: nobody was flagged"`
	Recall      *float64    `json:"recall"       doc:"Hit of those who grew; null: nobody grew"`
	Lift        *float64    `json:"lift"         doc:"Precision against the share that grew anyway"`
	FalseAlarms int         `json:"false_alarms" doc:"Flagged, and neither grew, shrank nor left"`
	Refused     string      `json:"refused"      doc:"Text key of why it cannot be told; empty: it can"`
}

// Trial is what a method says of one account by what is in force, beside what it
// would say by a draft.
type Trial struct {
	Now   why.Explanation `json:"now"`
	Draft why.Explanation `json:"draft"`
}

// BackTest is the test of what is in force beside that of a draft.
type BackTest struct {
	Now   Test `json:"now"`
	Draft Test `json:"draft"`
}
