// Package loyalty decides on which rung of loyalty an account stands with each line
// of products (method M56), what is wanted of it there, and whether it has moved.
// How much an account buys of a line somebody says; what we have of it the ledger
// says, and what those who use it think of us the map of relations does.
package loyalty

import (
	"slices"
	"strings"

	"erba/analysis/loyalty"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Position is what somebody has said of a line and an account.
type Position struct {
	ID       kernel.ID   `json:"-"        db:"id"`
	Account  kernel.ID   `json:"-"        db:"account_id"`
	Line     string      `json:"line"     db:"line"`
	Demand   *int64      `json:"demand,omitempty" db:"demand" may:"revenue:read" doc:"All that it buys of the line in a year, minor units; absent: nobody has said"`
	Joined   string      `json:"-"        db:"people"`
	People   []kernel.ID `json:"people"   db:"-" doc:"Contacts who have to do with the line; empty: all of the account"`
	Evidence string      `json:"evidence" db:"evidence"`
	ByID     kernel.ID   `json:"-"        db:"by_id"`
	By       string      `json:"by"       db:"by_name"`
	On       kernel.Date `json:"on,omitzero"      db:"judged_on"`
	Expires  kernel.Date `json:"expires,omitzero" db:"expires_on"`
	Version  int64       `json:"version"  db:"version" doc:"0: nobody has said anything"`
}

// Revision is the version that a change must name to replace it.
func (p Position) Revision() int64 { return p.Version }

const (
	shortest = 5 // characters of evidence
	longest  = 500
	widest   = 120  // characters of a line
	most     = 1e15 // minor units
	crowd    = 50   // people
	holds    = 12   // months that a judgement holds unless somebody says otherwise
)

// Check reports the first rule that a position breaks.
func (p Position) Check(today kernel.Date) error {
	n := len([]rune(p.Evidence))
	switch {
	case p.Line == "" || len([]rune(p.Line)) > widest:
		return kernel.Invalid("loyalty.no_line").In("line")
	case p.Demand != nil && (*p.Demand <= 0 || *p.Demand > most):
		return kernel.Invalid("loyalty.bad_demand").In("demand")
	case n < shortest || n > longest:
		return kernel.Invalid("loyalty.short_evidence", "min", shortest, "max", longest).In("evidence")
	case len(p.People) > crowd:
		return kernel.Invalid("loyalty.too_many", "max", crowd).In("people")
	case p.Expires.Compare(today) <= 0:
		return kernel.Invalid("loyalty.bad_expiry").In("expires")
	}
	return nil
}

// tidy trims, and lets a judgement expire some time.
func (p *Position) tidy(today kernel.Date) {
	p.Line, p.Evidence = strings.TrimSpace(p.Line), strings.TrimSpace(p.Evidence)
	if p.Expires.IsZero() {
		p.Expires = today.AddMonths(holds)
	}
	var ids []string
	for _, id := range p.People {
		ids = append(ids, id.String())
	}
	p.Joined = strings.Join(ids, " ")
}

// split reads the people.
func (p *Position) split() error {
	p.People = []kernel.ID{}
	for _, word := range strings.Fields(p.Joined) {
		var id kernel.ID
		if err := id.UnmarshalText([]byte(word)); err != nil {
			return err
		}
		p.People = append(p.People, id)
	}
	return nil
}

// Standing is on which rung an account stands, or stood, with a line.
type Standing struct {
	ID       kernel.ID   `json:"-"        db:"id"`
	Account  kernel.ID   `json:"-"        db:"account_id"`
	Line     string      `json:"line"     db:"line"`
	Rung     int         `json:"rung"     db:"rung" doc:"1–9; 0: nobody knows"`
	Sales    int64       `json:"-"        db:"sales"`
	Share    *int64      `json:"-"        db:"share"`
	Attitude *int64      `json:"-"        db:"attitude"`
	Since    kernel.Date `json:"since"    db:"since_on"`
	Until    kernel.Date `json:"until"    db:"until_on" doc:"Empty: it still does"`
}

// Voice is what somebody at an account thinks of us.
type Voice struct {
	Contact   kernel.ID
	Attitude  *int
	Influence int
}

// whole is the share that is everything.
const whole = 10_000

// known is what is known of an account and a line.
type known struct {
	position Position
	sales    int64
	voices   []loyalty.Voice
}

// given is what the method needs: without a purchase there is no share, however
// much they buy elsewhere; of a demand that has expired or is smaller than what
// they buy from us nothing follows.
func (k known) given(today kernel.Date) loyalty.Case {
	one := loyalty.Case{Share: null.None, Attitude: loyalty.Attitude(k.voices)}
	switch d := k.position.Demand; {
	case k.sales <= 0:
		one.Share = 0
	case d != nil && *d >= k.sales && k.position.Expires.Compare(today) > 0:
		one.Share = null.Ratio(null.Of(k.sales), null.Of(*d))
	}
	return one
}

// standing is the rung as it is kept.
func (k known) standing(cfg *loyalty.Config, account kernel.ID, line string, today kernel.Date) Standing {
	one := k.given(today)
	s := Standing{Account: account, Line: line, Rung: int(cfg.Rung(one)), Sales: k.sales, Since: today}
	if one.Share.Known() {
		s.Share = new(int64(one.Share*whole + 0.5))
	}
	if one.Attitude.Known() {
		s.Attitude = new(int64(one.Attitude))
	}
	return s
}

// same reports whether two standings say the same.
func (s Standing) same(o Standing) bool {
	return s.Rung == o.Rung && s.Sales == o.Sales && equal(s.Share, o.Share) && equal(s.Attitude, o.Attitude)
}

func equal(a, b *int64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// at is on which rung a line stood at the end of a day; Unknown if on none.
func at(all []Standing, day kernel.Date) loyalty.Rung {
	for _, s := range all {
		if s.Since.Compare(day) <= 0 && (s.Until.IsZero() || s.Until.Compare(day) > 0) {
			return loyalty.Rung(s.Rung)
		}
	}
	return loyalty.Unknown
}

// Line is an account and a line on its sheet.
type Line struct {
	Position
	Sales     *int64          `json:"sales,omitempty" may:"revenue:read" doc:"Of the last twelve whole months, minor units"`
	Share     *float64        `json:"share,omitempty" may:"revenue:read" doc:"Ours of what it buys, 0–1; absent: not known"`
	Attitude  *float64        `json:"attitude,omitempty" may:"relation:read" doc:"−2 to 2, by influence; absent: nobody was judged"`
	Rung      int             `json:"rung"      doc:"1–9; 0: not known"`
	Objective string          `json:"objective" enum:",keep,expand,turn"`
	Since     kernel.Date     `json:"since,omitzero"`
	Was       int             `json:"was"       doc:"Rung before the time that movements are counted over; 0: not known"`
	Stale     bool            `json:"stale"     doc:"What was said has expired"`
	Why       why.Explanation `json:"why,omitzero" may:"relation:read"`
}

// Person is somebody who may have to do with a line.
type Person struct {
	ID    kernel.ID `json:"id"`
	Name  string    `json:"name"`
	Title string    `json:"title"`
}

// Sheet is the ladder of one account.
type Sheet struct {
	Account  kernel.ID   `json:"account" row:"account"`
	Currency string      `json:"currency"`
	AsOf     kernel.Date `json:"as_of"   doc:"Purchases up to here count; empty: there is no purchase"`
	Config   int64       `json:"config"  doc:"Version of the settings"`
	Months   int         `json:"months"  doc:"Movements are counted over so many"`
	Lines    []Line      `json:"lines"`
	Others   []string    `json:"others"  doc:"Lines of which nobody has said anything and nothing was bought"`
	People   []Person    `json:"people"`
	Past     []Standing  `json:"past"    doc:"The latest first"`
	May      bool        `json:"may"     doc:"The viewer may say"`
}

// Cell is an account and a line on the board.
type Cell struct {
	Line      string      `json:"line"`
	Rung      int         `json:"rung"`
	Objective string      `json:"objective" enum:",keep,expand,turn"`
	Share     *float64    `json:"share,omitempty" may:"revenue:read"`
	Sales     *int64      `json:"sales,omitempty" may:"revenue:read"`
	Since     kernel.Date `json:"since"`
	Was       int         `json:"was"`
}

// Row is an account with all its lines.
type Row struct {
	ID    kernel.ID `json:"id" row:"account"`
	Code  string    `json:"code"`
	Name  string    `json:"name"`
	Owner kernel.ID `json:"owner,omitzero"`
	Tier  string    `json:"tier" enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Cells []Cell    `json:"cells"`
}

// Step is a rung, and how many stand on it.
type Step struct {
	Rung      int    `json:"rung"`
	Objective string `json:"objective" enum:",keep,expand,turn"`
	Count     int    `json:"count"     doc:"Accounts and lines, each counted once"`
}

// Movement is how accounts have moved.
type Movement struct {
	From      kernel.Date `json:"from"`
	To        kernel.Date `json:"to"`
	Customers int         `json:"customers" doc:"Of which a rung is known on both days"`
	Up        int         `json:"up"        doc:"Moved up with a line and down with none"`
	Down      int         `json:"down"`
	Rate      *float64    `json:"rate"      doc:"Moved up, of all; null: none is known on both days"`
}

// Board is the ladder of the accounts in sight.
type Board struct {
	Scope    string   `json:"scope" enum:"all,own" doc:"own: among the accounts that the viewer sees"`
	Currency string   `json:"currency"`
	Config   int64    `json:"config"`
	Movement Movement `json:"movement"`
	Steps    []Step   `json:"steps" doc:"From the top"`
	Lines    []string `json:"lines"`
	Rows     []Row    `json:"rows"`
	Next     int      `json:"next,omitempty" doc:"Where the next page starts"`
}

// Which narrows a board.
type Which struct {
	Line      string
	Objective string
	Rung      int // 0: all
	Moved     string
	Owner     kernel.ID
	From      int
	Limit     int
}

// takes reports whether a cell is asked for.
func (w Which) takes(c Cell) bool {
	moved := ""
	switch {
	case c.Was == 0 || c.Rung == 0 || c.Was == c.Rung:
	case c.Rung > c.Was:
		moved = "up"
	default:
		moved = "down"
	}
	return (w.Line == "" || c.Line == w.Line) && (w.Objective == "" || c.Objective == w.Objective) && (w.Rung == 0 || c.Rung == w.Rung) &&
		(w.Moved == "" || moved == w.Moved)
}

// matches reports whether a row is asked for.
func (w Which) matches(r *Row) bool {
	return (w.Owner.IsZero() || r.Owner == w.Owner) && slices.ContainsFunc(r.Cells, w.takes)
}

// count fills in how many stand on each rung, and which lines there are.
func (b *Board) count(rows []Row) {
	var counts [loyalty.Advocate + 1]int
	lines := map[string]bool{}
	for i := range rows {
		for _, c := range rows[i].Cells {
			counts[c.Rung]++
			lines[c.Line] = true
		}
	}
	for r := loyalty.Advocate; r >= loyalty.Unknown; r-- {
		b.Steps = append(b.Steps, Step{int(r), r.Objective(), counts[r]})
	}
	b.Lines = []string{}
	for line := range lines {
		b.Lines = append(b.Lines, line)
	}
	slices.Sort(b.Lines)
}

func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}
