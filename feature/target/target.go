// Package target decides what people, teams and product lines are to sell and
// collect in each fiscal month, and how far they are. A team is everybody who
// reports to somebody, himself included; its target is those of its people and
// the rest that is still open. What accounts bring counts for who owns them today.
package target

import "erba/kernel"

// What is measured.
const (
	Sales      = "sales"      // net
	Collection = "collection" // money received, gross
)

// Whose a target is.
const (
	Person  = "person"
	Team    = "team"
	Product = "product" // a line of products
)

// Months are the amounts of a fiscal year's months, minor units.
type Months [12]int64

// Sum is that of the year.
func (m Months) Sum() (all int64) {
	for _, v := range m {
		all += v
	}
	return all
}

func (m Months) plus(n Months) Months {
	for i := range m {
		m[i] += n[i]
	}
	return m
}

func (m Months) minus(n Months) Months {
	for i := range m {
		m[i] -= n[i]
	}
	return m
}

// Target is what somebody is to sell or collect in a fiscal year.
type Target struct {
	ID      kernel.ID   `json:"-"`
	Year    int64       `json:"year"`
	Measure string      `json:"measure" enum:"sales,collection"`
	Kind    string      `json:"kind"    enum:"person,team,product"`
	User    kernel.ID   `json:"user,omitzero" doc:"Whose it is, or who leads the team"`
	Line    string      `json:"line,omitempty" doc:"Of products"`
	Months  Months      `json:"months"  doc:"Minor units"`
	Author  kernel.ID   `json:"author,omitzero"`
	On      kernel.Date `json:"on,omitzero"`
	Version int64       `json:"version" doc:"0: nobody has set one"`
}

// holder is whose target it is.
type holder struct {
	kind, line string
	user       kernel.ID
}

func (t Target) holder() holder { return holder{t.Kind, t.Line, t.User} }

const (
	earliest = 2000
	latest   = 2200
	most     = 1e15 // minor units of a month
	longest  = 120  // characters of a product line
)

// Check reports the first rule that a target breaks by itself.
func (t Target) Check() error {
	for _, amount := range t.Months {
		if amount < 0 || amount > most {
			return kernel.Invalid("target.bad_amount")
		}
	}
	switch {
	case t.Year < earliest || t.Year > latest:
		return kernel.Invalid("target.bad_year", "first", earliest, "last", latest)
	case t.Kind == Product && (t.Line == "" || len([]rune(t.Line)) > longest):
		return kernel.Invalid("target.no_line")
	case t.Kind == Product && t.Measure != Sales:
		return kernel.Invalid("target.line_collects")
	case t.Kind != Product && t.User.IsZero():
		return kernel.Invalid("target.nobody")
	}
	return nil
}
