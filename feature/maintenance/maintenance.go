// Package maintenance decides whether an account is looked after in enough ways
// (method M87), what that took and whether it has brought us closer; and it keeps
// how good the relationship is in five respects (method M52).
package maintenance

import (
	"slices"
	"strings"

	"erba/analysis/maintenance"
	"erba/analysis/null"
	"erba/kernel"
)

// Activity is something that was done to keep a relationship.
type Activity struct {
	ID      kernel.ID   `json:"id"      db:"id"`
	Account kernel.ID   `json:"account" db:"account_id" row:"account"`
	Form    string      `json:"form"    db:"form" enum:"hardware,software,function,spirit,special"`
	On      kernel.Date `json:"on"      db:"held_on"`
	Title   string      `json:"title"   db:"title"`
	Spend   int64       `json:"spend"   db:"spend" doc:"Minor units"`
	Reached int         `json:"reached" db:"reached" doc:"People, at least those who are named"`
	Joined  string      `json:"-"       db:"people"`
	People  []kernel.ID `json:"people"  db:"-" doc:"Contacts of the account"`
	Remark  string      `json:"remark"  db:"remark"`
	ByID    kernel.ID   `json:"-"       db:"by_id"`
	By      string      `json:"by"      db:"by_name"`
	Version int64       `json:"version" db:"version"`
}

// Revision is the version that a change must name to replace it.
func (a Activity) Revision() int64 { return a.Version }

const (
	shortest = 2   // characters of a title
	evidence = 5   // characters of evidence
	line     = 120 // characters of a title
	longest  = 500
	dearest  = 1e13 // minor units
	crowd    = 10_000
	holds    = 12 // months that a rating holds
)

func (a *Activity) tidy() {
	a.Title, a.Remark = strings.TrimSpace(a.Title), strings.TrimSpace(a.Remark)
	slices.SortFunc(a.People, kernel.ID.Compare)
	a.People = slices.Compact(a.People)
	words := make([]string, len(a.People))
	for i, id := range a.People {
		words[i] = id.String()
	}
	a.Joined, a.Reached = strings.Join(words, " "), max(a.Reached, len(a.People))
}

// split reads the people.
func (a *Activity) split() error {
	a.People = []kernel.ID{}
	for _, word := range strings.Fields(a.Joined) {
		var id kernel.ID
		if err := id.UnmarshalText([]byte(word)); err != nil {
			return err
		}
		a.People = append(a.People, id)
	}
	return nil
}

// Check reports the first rule that an activity breaks. What is intended for a
// later day is written down, too: a year at most.
func (a Activity) Check(today kernel.Date) error {
	n := len([]rune(a.Title))
	switch {
	case !slices.Contains(maintenance.Forms, a.Form):
		return kernel.Invalid("maintenance.bad_form").In("form")
	case a.On.IsZero() || a.On.Compare(today.AddMonths(12)) > 0 || a.On.Compare(today.AddMonths(-120)) < 0:
		return kernel.Invalid("maintenance.bad_day").In("on")
	case n < shortest || n > line:
		return kernel.Invalid("maintenance.no_title", "min", shortest, "max", line).In("title")
	case a.Spend < 0 || a.Spend > dearest:
		return kernel.Invalid("maintenance.bad_spend").In("spend")
	case a.Reached < 0 || a.Reached > crowd:
		return kernel.Invalid("maintenance.bad_reached", "max", crowd).In("reached")
	case len([]rune(a.Remark)) > longest:
		return kernel.Invalid("maintenance.too_long", "max", longest).In("remark")
	}
	return nil
}

// Quality is how good a relationship is, as somebody has rated it.
type Quality struct {
	ID            kernel.ID   `json:"-"             db:"id"`
	Account       kernel.ID   `json:"-"             db:"account_id"`
	Stakeholder   string      `json:"stakeholder"   db:"stakeholder" enum:"consumer,supplier,distributor,competitor,government,public"`
	Communication int         `json:"communication" db:"communication"`
	Cooperation   int         `json:"cooperation"   db:"cooperation"`
	WinWin        int         `json:"win_win"       db:"win_win"`
	Closeness     int         `json:"closeness"     db:"closeness"`
	Control       int         `json:"control"       db:"control"`
	Evidence      string      `json:"evidence"      db:"evidence"`
	ByID          kernel.ID   `json:"-"             db:"by_id"`
	By            string      `json:"by"            db:"by_name"`
	On            kernel.Date `json:"on"            db:"rated_on"`
	Expires       kernel.Date `json:"expires"       db:"expires_on"`
	Version       int64       `json:"version"       db:"version" doc:"0: nobody has rated it"`
}

// Revision is the version that a change must name to replace it.
func (q Quality) Revision() int64 { return q.Version }

// rated is a quality as the method knows it.
func (q Quality) rated() maintenance.Quality {
	of := func(n int) null.Number {
		if n == 0 {
			return null.None
		}
		return null.Of(n)
	}
	return maintenance.Quality{Communication: of(q.Communication), Cooperation: of(q.Cooperation), WinWin: of(q.WinWin), Closeness: of(q.Closeness), Control: of(q.Control)}
}

// Check reports the first rule that a rating breaks.
func (q Quality) Check() error {
	for item, n := range map[string]int{"communication": q.Communication, "cooperation": q.Cooperation, "win_win": q.WinWin, "closeness": q.Closeness, "control": q.Control} {
		if n < 0 || n > 5 {
			return kernel.Invalid("maintenance.bad_item").In(item)
		}
	}
	switch n := len([]rune(q.Evidence)); {
	case !slices.Contains(maintenance.Stakeholders, q.Stakeholder):
		return kernel.Invalid("maintenance.bad_stakeholder").In("stakeholder")
	case n < evidence || n > longest:
		return kernel.Invalid("maintenance.short_evidence", "min", evidence, "max", longest).In("evidence")
	}
	return nil
}
