// Package loyalty decides on which rung of loyalty an account stands with each line
// of products (method M56), what is wanted of it there, and whether it has moved.
// How much an account buys of a line somebody says; what we have of it the ledger
// says, and what those who use it think of us the map of relations does.
package loyalty

import (
	"strings"

	"erba/analysis/loyalty"
	"erba/analysis/null"
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
