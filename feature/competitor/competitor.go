// Package competitor decides who stands against us, where he is strong, and how much
// he threatens a deal: battle cards of competitors, direct and indirect threats in
// a deal (method M63), and who is strong with which product at a customer, in a
// region or in an industry (method M47).
package competitor

import (
	"strings"

	"erba/analysis/forecast"
	"erba/kernel"
)

// Competitor is a company that competes with us, with its battle card.
type Competitor struct {
	ID        kernel.ID   `json:"id"        db:"id"`
	Name      string      `json:"name"      db:"name"`
	Key       string      `json:"-"         db:"name_key"`
	Strengths string      `json:"strengths" db:"strengths" doc:"Where he is strong"`
	Weakness  string      `json:"weakness"  db:"weakness"  doc:"His weak spot"`
	Says      string      `json:"says"      db:"says"      doc:"What to say when we meet him"`
	Evidence  string      `json:"evidence"  db:"evidence"  doc:"From what that is known"`
	ByID      kernel.ID   `json:"-"         db:"by_id"`
	By        string      `json:"by"        db:"by_name"`
	Checked   kernel.Date `json:"checked"   db:"checked_on"`
	Expires   kernel.Date `json:"expires"   db:"expires_on" doc:"After it the card counts as stale"`
	Version   int64       `json:"version"   db:"version"`
	Stale     bool        `json:"stale"     db:"-"`
}

// Revision is the version that a change must name to replace it.
func (c Competitor) Revision() int64 { return c.Version }

const (
	longestName = 60
	longestText = 1000
	shortest    = 5  // characters of evidence
	holds       = 12 // months that a card or a rating holds unless somebody says otherwise
)

// said reports whether a card says anything that somebody must have learned somewhere.
func (c Competitor) said() bool { return c.Strengths+c.Weakness+c.Says != "" }

// Check reports the first rule that a competitor breaks.
func (c Competitor) Check(today kernel.Date) error {
	switch n := runes(c.Name); {
	case n < 1 || n > longestName:
		return kernel.Invalid("competitor.bad_name", "max", longestName).In("name")
	case c.said() && runes(c.Evidence) < shortest:
		return kernel.Invalid("competitor.short_evidence", "min", shortest).In("evidence")
	case c.Expires.Compare(today) <= 0:
		return kernel.Invalid("competitor.bad_expiry").In("expires")
	}
	for place, text := range map[string]string{"strengths": c.Strengths, "weakness": c.Weakness, "says": c.Says, "evidence": c.Evidence} {
		if runes(text) > longestText {
			return kernel.Invalid("competitor.too_long", "max", longestText).In(place)
		}
	}
	return nil
}

// tidy trims, finds the key by which names are compared, and lets the card expire some time.
func (c *Competitor) tidy(today kernel.Date) {
	for _, text := range []*string{&c.Name, &c.Strengths, &c.Weakness, &c.Says, &c.Evidence} {
		*text = strings.TrimSpace(*text)
	}
	c.Key = strings.ToLower(strings.Join(strings.Fields(c.Name), " "))
	if c.Checked = today; c.Expires.IsZero() {
		c.Expires = today.AddMonths(holds)
	}
}

func runes(text string) int { return len([]rune(text)) }

// Record is how often we met somebody in deals that ended, and how often we won.
type Record struct {
	Competitor kernel.ID      `json:"-"     db:"competitor_id"`
	Met        int            `json:"met"   db:"met"   doc:"Deals that ended in which he stood against us"`
	Won        int            `json:"won"   db:"won"   doc:"Of them, won by us"`
	Taken      int            `json:"taken" db:"taken" doc:"Of them, won by him"`
	Live       int            `json:"live"  db:"live"  doc:"Deals that are open in which he stands against us"`
	Share      forecast.Share `json:"share" db:"-"     doc:"Of those we won"`
}

// Listed is a competitor with how we fared against him.
type Listed struct {
	Competitor
	Record Record `json:"record"`
}

// List is everybody who competes with us.
type List struct {
	Rows  []Listed `json:"rows"`
	Scope string   `json:"scope" enum:"all,own" doc:"own: records are of the deals that the viewer sees"`
	Write bool     `json:"write" doc:"May name a competitor"`
	Keep  bool     `json:"keep"  doc:"May write battle cards"`
}

// Met is a deal in which we met somebody.
type Met struct {
	Row    kernel.ID   `json:"-"                db:"row_id" row:"account"`
	ID     kernel.ID   `json:"id"               db:"id"`
	Code   string      `json:"code"             db:"code"`
	Name   string      `json:"name"             db:"name"`
	State  string      `json:"state"            db:"state" enum:"open,nurture,won,lost"`
	Closed kernel.Date `json:"closed,omitzero"  db:"closed_on"`
	Winner kernel.ID   `json:"winner,omitzero"  db:"winner_id"`
}

// Page is a competitor with the deals in which we met him.
type Page struct {
	Listed
	Keep  bool   `json:"keep"`
	Scope string `json:"scope" enum:"all,own"`
	Deals []Met  `json:"deals" doc:"The latest first, a hundred of them"`
}

// shown is how many deals a page lists.
const shown = 100
