package portfolio

import (
	"strings"

	"erba/kernel"
)

// The kinds of estimates.
const (
	Demand    = "demand"    // purchases a year in our categories, from anybody
	Potential = "potential" // mean purchases a year expected over the next three
	Influence = "influence" // 1–5: reference and radiation effect
)

// Estimate is a judgement about an account: who says it, when, from what, until when.
type Estimate struct {
	ID       kernel.ID   `json:"-" db:"id"`
	Account  kernel.ID   `json:"account"          db:"account_id"`
	Kind     string      `json:"kind"             db:"kind" enum:"demand,potential,influence,standing,satisfaction,loyalty,invest_budget,invest_growth,invest_reputation,invest_profitability,invest_exclusivity,invest_range,invest_support,invest_price,invest_reliability,invest_people,entry_chance,entry_cost,entry_yield,entry_network"`
	Value    int64       `json:"value"            db:"value" doc:"Minor units a year, a score of 1–5, or per cent"`
	Evidence string      `json:"evidence"         db:"evidence"`
	Author   kernel.ID   `json:"author,omitzero"  db:"author_id"`
	By       string      `json:"by"               db:"author" doc:"The author's name"`
	On       kernel.Date `json:"on"               db:"estimated_on"`
	Expires  kernel.Date `json:"expires"          db:"expires_on"`
	Quality  string      `json:"quality,omitempty" db:"quality" enum:",evidenced,told,derived" doc:"How well founded demand is; empty: nobody has said"`
	Version  int64       `json:"version"          db:"version" doc:"0: nobody has estimated yet"`
	Latest   bool        `json:"-" db:"latest"`
}

// How well founded an estimate of what an account buys is.
const (
	Evidenced = "evidenced" // read in a document
	Told      = "told"      // the customer says so
	Derived   = "derived"   // worked out from something else
)

// Revision is the version that a new estimate must name to replace it.
func (e Estimate) Revision() int64 { return e.Version }

const (
	shortest = 5 // characters of evidence or reason
	highest  = 5 // score of influence
)

// Check reports the first rule the estimate breaks.
func (e Estimate) Check() error {
	if err := e.within(); err != nil {
		return err
	}
	switch {
	case len([]rune(strings.TrimSpace(e.Evidence))) < shortest:
		return kernel.Invalid("portfolio.short_evidence", "min", shortest)
	case e.Expires.Compare(e.On) <= 0:
		return kernel.Invalid("portfolio.expired", "on", e.On)
	}
	return nil
}

// remembered is an estimate as the audit keeps it: under the name of its kind.
type remembered struct {
	Account   kernel.ID `json:"account"`
	Demand    sum       `json:"demand"`
	Potential sum       `json:"potential"`
	Influence score     `json:"influence"`
	Rating    rating    `json:"rating"`
}

// sum is an estimate in minor units.
type sum struct {
	Value   int64  `json:"value_minor"`
	Quality string `json:"quality,omitempty"`
	grounds
}

// score is an estimate from 1 to 5.
type score struct {
	Value int64 `json:"value"`
	grounds
}

// rating is an estimate of another kind.
type rating struct {
	Kind  string `json:"kind"`
	Value int64  `json:"value"`
	grounds
}

// grounds are on what an estimate stands, and until when.
type grounds struct {
	Evidence string      `json:"evidence"`
	Expires  kernel.Date `json:"expires"`
}

func rememberedAs(e Estimate) remembered {
	r, why := remembered{Account: e.Account}, grounds{e.Evidence, e.Expires}
	switch e.Kind {
	case Demand:
		r.Demand = sum{e.Value, e.Quality, why}
	case Potential:
		r.Potential = sum{e.Value, e.Quality, why}
	case Influence:
		r.Influence = score{e.Value, why}
	default:
		r.Rating = rating{e.Kind, e.Value, why}
	}
	return r
}

// Stale reports whether the estimate has expired on a day.
func (e Estimate) Stale(on kernel.Date) bool { return e.Expires.Compare(on) <= 0 }

// The nominations.
const (
	Strategic = "STRAT" // makes a key account
	VIP       = "VIP"   // with an influence of 4 or 5, makes GRID.VIP
)

// Nomination is a proposal of the management about an account, and its approval.
type Nomination struct {
	ID       kernel.ID   `json:"id"                db:"id"`
	Account  kernel.ID   `json:"account"           db:"account_id"`
	Kind     string      `json:"kind"              db:"kind" enum:"STRAT,VIP"`
	Reason   string      `json:"reason"            db:"reason"`
	Evidence string      `json:"evidence"          db:"evidence"`
	Expires  kernel.Date `json:"expires"           db:"expires_on"`
	Proposer kernel.ID   `json:"proposer,omitzero" db:"proposer_id"`
	Proposed string      `json:"proposed_by"       db:"proposer"`
	Approver kernel.ID   `json:"approver,omitzero" db:"approver_id"`
	Approved string      `json:"approved_by"       db:"approver" doc:"Empty: not yet approved"`
	Version  int64       `json:"version"           db:"version"`
}

// Revision is the version that an approval must name.
func (n Nomination) Revision() int64 { return n.Version }

// Check reports the first rule the nomination breaks.
func (n Nomination) Check(today kernel.Date) error {
	switch {
	case len([]rune(strings.TrimSpace(n.Reason))) < shortest:
		return kernel.Invalid("portfolio.short_reason", "min", shortest)
	case len([]rune(strings.TrimSpace(n.Evidence))) < shortest:
		return kernel.Invalid("portfolio.short_evidence", "min", shortest)
	case n.Expires.Compare(today) <= 0:
		return kernel.Invalid("portfolio.expired", "on", today)
	}
	return nil
}

// Holds reports whether the nomination counts on a day.
func (n Nomination) Holds(on kernel.Date) bool {
	return n.Approved != "" && n.Expires.Compare(on) > 0
}
