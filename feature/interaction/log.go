package interaction

import (
	"math"
	"slices"

	"erba/analysis/care"
	"erba/analysis/null"
	"erba/kernel"
)

// Named is somebody by name.
type Named struct {
	ID   kernel.ID `json:"id"   db:"id"`
	Name string    `json:"name" db:"name"`
}

// Row is a contact as a list shows it.
type Row struct {
	Interaction
	Code   string   `json:"code" db:"code"`
	Name   string   `json:"name" db:"name" doc:"Of the account"`
	People []Named  `json:"people" db:"-"  doc:"Of the customer"`
	Users  []Named  `json:"users"  db:"-"  doc:"Of us"`
	Hours  *float64 `json:"hours"  db:"-"  doc:"Hours of work from the question to the answer, or until now; null: nothing was asked"`
	Late   bool     `json:"late"   db:"-"  doc:"More of them than there should be"`
	May    bool     `json:"may"    db:"-"  doc:"The viewer may change it"`
}

// wait fills in how long somebody waited, or waits.
func (r *Row) wait(k *care.Clock, now int64) {
	if !r.Asked() || r.At == 0 {
		return
	}
	until := r.Answered
	if r.Waits {
		until = now
	}
	hours := k.Waited(instant(r.At), instant(until))
	r.Hours, r.Late = new(math.Round(hours*100)/100), !k.InTime(hours)
}

// Logged is a page of contacts, the latest first.
type Logged struct {
	Target   float64     `json:"target"   doc:"Hours of work until the first answer"`
	Count    int         `json:"count"    doc:"All there are"`
	Waiting  int         `json:"waiting"  doc:"Without an answer, among all"`
	Last     kernel.Date `json:"last,omitzero" doc:"The last contact; nothing: none"`
	Channels []Tally     `json:"channels" doc:"Of a year, the most frequent first"`
	Rows     []Row       `json:"rows"`
	Next     kernel.ID   `json:"next,omitzero" doc:"Where the next page starts"`
	May      bool        `json:"may"      doc:"The viewer may write"`
	Contacts []Named     `json:"contacts" doc:"Whom we know at the account"`
	Staff    []Named     `json:"staff"    doc:"Who of us works on it"`
}

// Tally is how often something was done.
type Tally struct {
	Channel string `json:"channel" db:"channel" enum:"visit,phone,mail,sms,chat,social,event"`
	Out     int    `json:"out"     db:"outward"`
	In      int    `json:"in"      db:"inward"`
}

// Waiting are the questions that nobody has answered, the longest first.
type Waiting struct {
	Target float64 `json:"target"`
	Count  int     `json:"count"`
	Late   int     `json:"late"`
	Rows   []Row   `json:"rows"`
}

// Pace is how fast questions were answered.
type Pace struct {
	Channel  string      `json:"channel,omitempty" doc:"Empty: all together"`
	Asked    int         `json:"asked"`
	Answered int         `json:"answered"`
	InTime   int         `json:"in_time"`
	Share    null.Number `json:"share"  doc:"In time, of those that were answered or have waited for too long; null: none"`
	Median   null.Number `json:"median" doc:"Hours of work until the first answer; null: none was answered"`
	hours    []float64
	due      int
}

// take counts a question in.
func (p *Pace) take(r *Row) {
	if r.Hours == nil {
		return
	}
	if p.Asked++; !r.Waits {
		p.Answered, p.hours = p.Answered+1, append(p.hours, *r.Hours)
	}
	if !r.Waits || r.Late {
		p.due++
	}
	if !r.Waits && !r.Late {
		p.InTime++
	}
}

// sum works out what the counts come to.
func (p *Pace) sum() {
	p.Share, p.Median = null.Ratio(null.Of(p.InTime), null.Of(p.due)), null.None
	if n := len(p.hours); n > 0 {
		slices.Sort(p.hours)
		p.Median = null.Of((p.hours[(n-1)/2] + p.hours[n/2]) / 2)
	}
}

// paces are those of all channels with a question, all together first.
func paces(rows []Row) []Pace {
	all := []Pace{{}}
	for i := range rows {
		r := &rows[i]
		at := slices.IndexFunc(all, func(p Pace) bool { return p.Channel == r.Channel })
		if at < 0 {
			at, all = len(all), append(all, Pace{Channel: r.Channel})
		}
		all[0].take(r)
		all[at].take(r)
	}
	for i := range all {
		all[i].sum()
	}
	return all
}

// Which says which contacts are listed.
type Which struct {
	Account  kernel.ID
	Channel  string
	From, To kernel.Date
	User     kernel.ID
	Asked    bool // only questions
	After    kernel.ID
	Limit    int
}
