package lead

import (
	"slices"
	"strings"

	"erba/analysis/forecast"
	"erba/analysis/prospect"
	"erba/kernel"
)

// Wish is a company that we want and do not have.
type Wish struct {
	ID        kernel.ID   `json:"id"                 db:"id" row:"account"`
	Name      string      `json:"name"               db:"name"`
	Why       string      `json:"why"                db:"why" class:"C2"`
	Idea      string      `json:"idea"               db:"idea" class:"C2" doc:"How to get in"`
	Owner     kernel.ID   `json:"owner"              db:"owner_id"`
	Review    kernel.Date `json:"review"             db:"review_on"`
	Account   kernel.ID   `json:"account,omitzero"   db:"account_id" doc:"What it has become once somebody was in touch"`
	Contacted kernel.Date `json:"contacted,omitzero" db:"contacted_on"`
	Ended     kernel.Date `json:"ended,omitzero"     db:"ended_on"`
	Made      kernel.Date `json:"made"               db:"made_on"`
	Version   int64       `json:"version"            db:"version"`
}

// Revision is the version that a change must name.
func (w Wish) Revision() int64 { return w.Version }

func (w *Wish) check() error {
	w.Name, w.Why, w.Idea = strings.TrimSpace(w.Name), strings.TrimSpace(w.Why), strings.TrimSpace(w.Idea)
	switch {
	case w.Name == "" || len([]rune(w.Name)) > longestName:
		return kernel.Invalid("lead.bad_name", "max", longestName).In("name")
	case len([]rune(w.Why)) < shortest || len([]rune(w.Why)) > longestText:
		return kernel.Invalid("lead.no_why").In("why")
	case len([]rune(w.Idea)) > longestText:
		return kernel.Invalid("lead.too_long", "max", longestText).In("idea")
	case w.Review.IsZero() || w.Review.Compare(w.Made) < 0:
		return kernel.Invalid("lead.bad_review").In("review")
	}
	return nil
}

// Contact is how somebody got in touch.
type Contact struct {
	On      kernel.Date
	Channel string
	Subject string
}

// Step is one of the seven of a quarter.
type Step struct {
	Quarter int64       `json:"-"             db:"quarter"`
	Step    string      `json:"step"          db:"step" enum:"surroundings,targets,classes,order,result,files,wishes"`
	Note    string      `json:"note"          db:"note"`
	Done    kernel.Date `json:"done,omitzero" db:"done_on"`
	By      kernel.ID   `json:"by,omitzero"   db:"by_id"`
	Version int64       `json:"version"       db:"version" doc:"0: nobody has written anything yet"`
}

// Revision is the version that a change must name.
func (s Step) Revision() int64 { return s.Version }

func (s *Step) check() error {
	s.Note = strings.TrimSpace(s.Note)
	switch {
	case !slices.Contains(prospect.Steps, s.Step):
		return kernel.Missing("db.missing")
	case len([]rune(s.Note)) > longestText:
		return kernel.Invalid("lead.too_long", "max", longestText).In("note")
	case s.Quarter < 4*2000 || s.Quarter >= 4*2200:
		return kernel.Invalid("lead.bad_quarter").In("quarter")
	}
	return nil
}

// quarterOf is 4 × year + quarter − 1.
func quarterOf(on kernel.Date) int64 {
	y, m, _ := on.Parts()
	return int64(4*y + (m-1)/3)
}

// Round is the way of a quarter from looking around to the list of those who are
// still missing.
type Round struct {
	Quarter  int64   `json:"quarter"  doc:"4 × year + quarter − 1"`
	Steps    []Step  `json:"steps"`
	Ranked   []Row   `json:"ranked"   doc:"Those that are worked on, the first to go to first"`
	Expected int64   `json:"expected" doc:"What they will bring together, minor units"`
	Unknown  int     `json:"unknown"  doc:"… of so many nobody knows how much or how likely"`
	Classes  []Class `json:"classes"  doc:"By industry"`
	Filed    int     `json:"filed"    doc:"Leads that have an account"`
	Wishes   int     `json:"wishes"   doc:"Companies that are still missing"`
	Currency string  `json:"currency"`
	May      bool    `json:"may"`
}

// Class is how many leads are of one industry.
type Class struct {
	Industry string `json:"industry"`
	Leads    int    `json:"leads"`
}

// Effect is what one source of leads has brought.
type Effect struct {
	Source  string         `json:"source"`
	Leads   int            `json:"leads"`
	Decided int            `json:"decided" doc:"Won, or given up"`
	Won     int            `json:"won"`
	Rate    forecast.Share `json:"rate"    doc:"Won of those that are decided"`
	Spent   int64          `json:"spent"   doc:"Minor units"`
	PerLead *int64         `json:"per_lead"`
	PerWon  *int64         `json:"per_won"`
}
