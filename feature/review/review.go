// Package review decides how a month of visits and promises went, for each manager
// (method M58): what was planned and took place, which objectives were met, which
// promises kept, how fast customers were answered, and whether the important ones
// were contacted every week.
package review

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Figures are what a month of somebody came to.
type Figures struct {
	Planned    int64       `json:"planned"    doc:"Visits that were planned for the month"`
	Executed   int64       `json:"executed"`
	Execution  null.Number `json:"execution"  doc:"Executed of planned; null: none was planned"`
	Objectives int64       `json:"objectives" doc:"Of visits that took place"`
	Met        int64       `json:"met"`
	Attained   null.Number `json:"attained"   doc:"Objectives met of all"`
	Promises   int         `json:"promises"   doc:"Of ours whose day was in the month"`
	Kept       int         `json:"kept"`
	Broken     int         `json:"broken"     doc:"Broken, or late"`
	Held       null.Number `json:"held"       doc:"Kept of those that were kept, broken or are late"`
	Asked      int         `json:"asked"      doc:"Questions of customers"`
	InTime     null.Number `json:"in_time"    doc:"First answers in time, of those that were given or are late"`
	Median     null.Number `json:"median"     doc:"Hours of work until the first answer"`
	Contacted  int         `json:"contacted"  doc:"Important customers contacted, summed over the weeks of the month"`
	Important  int         `json:"important"  doc:"Those to be contacted, summed likewise"`
	Contact    null.Number `json:"contact"    doc:"Contacted of important (method M91)"`
}

// sum works out the shares.
func (f *Figures) sum() {
	f.Execution = null.Ratio(null.Of(f.Executed), null.Of(f.Planned))
	f.Attained = null.Ratio(null.Of(f.Met), null.Of(f.Objectives))
	f.Held = null.Ratio(null.Of(f.Kept), null.Of(f.Kept+f.Broken))
	f.Contact = null.Ratio(null.Of(f.Contacted), null.Of(f.Important))
}

// add takes in what somebody else's month came to. Times of answers do not add up.
func (f *Figures) add(g Figures) {
	f.Planned, f.Executed, f.Objectives, f.Met = f.Planned+g.Planned, f.Executed+g.Executed, f.Objectives+g.Objectives, f.Met+g.Met
	f.Promises, f.Kept, f.Broken = f.Promises+g.Promises, f.Kept+g.Kept, f.Broken+g.Broken
	f.Asked, f.Contacted, f.Important = f.Asked+g.Asked, f.Contacted+g.Contacted, f.Important+g.Important
}

// Review is what is said of somebody's month.
type Review struct {
	ID       kernel.ID   `json:"-"                  db:"id"`
	User     kernel.ID   `json:"user"               db:"user_id"`
	Month    kernel.Date `json:"month"              db:"month_on"`
	Comment  string      `json:"comment"            db:"comment" doc:"His own"`
	Verdict  string      `json:"verdict"            db:"verdict" doc:"Of whoever leads him"`
	SignedBy kernel.ID   `json:"signed_by,omitzero" db:"signed_by"`
	Signed   kernel.Date `json:"signed,omitzero"    db:"signed_on" doc:"Since when it is closed; the figures are those of that day"`
	Figures  string      `json:"-"                  db:"figures"`
	Version  int64       `json:"version"            db:"version" doc:"0: nobody has said anything"`
}

// Revision is the version that a change must name.
func (r Review) Revision() int64 { return r.Version }

// Cell is how many important customers somebody contacted in a week.
type Cell struct {
	From      kernel.Date `json:"from"`
	Contacted int         `json:"contacted"`
	Important int         `json:"important"`
	Share     null.Number `json:"share"`
}

// Line is somebody's month.
type Line struct {
	Review
	Name    string  `json:"name"`
	Figures Figures `json:"figures"`
	Weeks   []Cell  `json:"weeks"   doc:"A quarter of them, the earliest first"`
	Own     bool    `json:"own"     doc:"The viewer's"`
	Sign    bool    `json:"sign"    doc:"The viewer may sign it"`
}

// Sheet is a month of everybody whom the viewer leads, and his own.
type Sheet struct {
	Month  kernel.Date   `json:"month" doc:"Its first day"`
	Until  kernel.Date   `json:"until" doc:"Its last day, or today"`
	Over   bool          `json:"over"  doc:"The month is over: it can be signed"`
	Weeks  []kernel.Date `json:"weeks" doc:"The Mondays of the heat map"`
	Lines  []Line        `json:"lines"`
	Total  Figures       `json:"total" doc:"Of all lines, without times of answers"`
	Signed int           `json:"signed"`
}

const (
	longest  = 1000 // characters of a comment
	earliest = 36   // months back
)

// check refuses a month of which nothing can be said.
func check(month, today kernel.Date) error {
	if month.Compare(today) > 0 || month.Compare(today.Month().AddMonths(-earliest)) < 0 {
		return kernel.Invalid("review.bad_month")
	}
	return nil
}

// last is the last day of a month, or today within it.
func last(month, today kernel.Date) (until kernel.Date, over bool) {
	until = month.AddMonths(1).Add(-1)
	if until.Compare(today) >= 0 {
		return today, false
	}
	return until, true
}
