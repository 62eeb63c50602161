// Package goal decides what is wanted of an account: a sum or a share of what it
// buys, which of both counts, and how well it is known what it buys at all
// (method M66). What an account buys is the estimate of its demand; nothing else
// is kept about it here.
package goal

import (
	"strings"

	rules "erba/analysis/goal"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Goal is what is wanted of an account in a year.
type Goal struct {
	ID      kernel.ID    `json:"-"                db:"id"`
	Account kernel.ID    `json:"account"          db:"account_id"`
	Year    int64        `json:"year"             db:"year"`
	Amount  *int64       `json:"amount"           db:"amount" doc:"Net sales of twelve months, minor units; null: no goal of that kind"`
	Share   *int64       `json:"share"            db:"share"  doc:"Of all that it buys, in hundredths of a per cent: 1000 is 10 %; null: no goal of that kind"`
	Chosen  rules.Metric `json:"chosen,omitempty" db:"chosen" enum:",absolute,share" doc:"Counts in place of the tier's; empty: the tier's counts"`
	Reason  string       `json:"reason,omitempty" db:"reason" doc:"Why another one counts"`
	Author  kernel.ID    `json:"author,omitzero"  db:"author_id"`
	On      kernel.Date  `json:"on,omitzero"      db:"set_on"`
	Version int64        `json:"version"          db:"version" doc:"0: nobody has set one"`
}

// Revision is the version that a change must name to replace it.
func (g Goal) Revision() int64 { return g.Version }

const (
	shortest = 5      // characters of a reason
	whole    = 10_000 // hundredths of a per cent
	earliest = 2000   // year
	latest   = 2200
	most     = 1e15 // minor units
)

// Check reports the first rule that a goal breaks. The primary metric is that of
// the account's tier unless another one was chosen: a goal that cannot be
// measured by it is none.
func (g Goal) Check(tier rules.Metric) error {
	primary := tier
	if g.Chosen != "" {
		primary = g.Chosen
	}
	switch {
	case g.Year < earliest || g.Year > latest:
		return kernel.Invalid("goal.bad_year")
	case g.Amount == nil && g.Share == nil:
		return kernel.Invalid("goal.empty")
	case g.Amount != nil && (*g.Amount <= 0 || *g.Amount > most):
		return kernel.Invalid("goal.bad_amount")
	case g.Share != nil && (*g.Share <= 0 || *g.Share > whole):
		return kernel.Invalid("goal.bad_share")
	case g.Chosen != "" && g.Chosen != tier && len([]rune(strings.TrimSpace(g.Reason))) < shortest:
		return kernel.Invalid("goal.no_reason", "min", shortest)
	case primary == rules.Share && g.Share == nil:
		return kernel.Invalid("goal.needs_share")
	case primary == rules.Absolute && g.Amount == nil:
		return kernel.Invalid("goal.needs_amount")
	}
	return nil
}

// tidy leaves no reason for what was not decided.
func (g *Goal) tidy(tier rules.Metric) {
	if g.Reason = strings.TrimSpace(g.Reason); g.Chosen == tier {
		g.Chosen = ""
	}
	if g.Chosen == "" {
		g.Reason = ""
	}
}

// into puts a goal among what it is judged by.
func (g Goal) into(k *rules.Case) {
	k.Amount, k.Share, k.Chosen = null.None, null.None, g.Chosen
	if g.Amount != nil {
		k.Amount = null.Of(*g.Amount)
	}
	if g.Share != nil {
		k.Share = null.Of(*g.Share) / whole
	}
}

// Wallet is what is said of all that an account buys in our categories.
type Wallet struct {
	Value    *int64      `json:"value"    doc:"A year, net, minor units; null: nobody has said"`
	Quality  string      `json:"quality"  enum:",evidenced,told,derived" doc:"Documented, told by the customer, worked out; empty: nobody has said"`
	By       string      `json:"by"`
	On       kernel.Date `json:"on,omitzero"`
	Expires  kernel.Date `json:"expires,omitzero"`
	Evidence string      `json:"evidence"`
	Stale    bool        `json:"stale"    doc:"It has expired: ask again"`
}

// Purse is a wallet as somebody says it. It is kept as the estimate of the
// account's demand.
type Purse struct {
	Account  kernel.ID   `json:"account"`
	Value    *int64      `json:"value"             doc:"A year, net, minor units; null: nobody has said"`
	Quality  string      `json:"quality,omitempty" enum:"evidenced,told,derived"`
	Evidence string      `json:"evidence"`
	Expires  kernel.Date `json:"expires,omitzero"`
	Version  int64       `json:"version"           doc:"0: nobody has said"`
}

// Revision is the version that a new one must name to replace it.
func (p Purse) Revision() int64 { return p.Version }

// Row is an account with its goal and how far it is.
type Row struct {
	ID         kernel.ID    `json:"id" row:"account"`
	Code       string       `json:"code"`
	Name       string       `json:"name"`
	Owner      kernel.ID    `json:"owner,omitzero"`
	Tier       string       `json:"tier"  enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Class      string       `json:"class" enum:",A,B,C,VIP" doc:"Of the grid of two values"`
	Asked      bool         `json:"asked" doc:"Its tier asks for a goal"`
	Sales      *int64       `json:"sales"  doc:"Of twelve months, net; null: not told"`
	Wallet     Wallet       `json:"wallet"`
	Share      *float64     `json:"share"  doc:"Ours of what it buys, 0–1; null: unknown"`
	Space      *int64       `json:"space"  doc:"What it buys elsewhere"`
	Fault      bool         `json:"fault"  doc:"It would buy less in all than it buys from us: the wallet is wrong"`
	Goal       Goal         `json:"goal"`
	Primary    rules.Metric `json:"primary" enum:"absolute,share"`
	Attainment *float64     `json:"attainment" doc:"Of the primary metric; null: no goal, or nothing to measure it by"`
	Secondary  *float64     `json:"secondary"  doc:"Of the other one"`
	Colour     rules.Colour `json:"colour" enum:",green,yellow,red"`
	given      rules.Case
	rank       float64 // by which the list is ordered; NaN: last
	row        int32
}

// judge fills in how far the account is.
func (r *Row) judge(cfg *rules.Config) {
	r.Goal.into(&r.given)
	got := cfg.Judge(r.given)
	r.Share, r.Space = fraction(got.Share), amount(got.Space)
	r.Fault, r.Primary, r.Colour = got.Fault, got.Primary, got.Colour
	r.Attainment, r.Secondary = fraction(got.Attainment), fraction(got.Secondary)
}

func fraction(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}

func amount(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	return new(int64(n))
}

// Person is how far the accounts of one owner are together.
type Person struct {
	Owner  kernel.ID `json:"owner,omitzero" doc:"Empty: nobody's"`
	Asked  int       `json:"asked"  doc:"Accounts whose tier asks for a goal"`
	Set    int       `json:"set"    doc:"Accounts with a goal"`
	Unset  int       `json:"unset"  doc:"Asked, and without a goal"`
	Faults int       `json:"faults" doc:"With a wallet that is smaller than our sales"`
	Green  int       `json:"green"`
	Yellow int       `json:"yellow"`
	Red    int       `json:"red"`
	Sales  int64     `json:"sales"  doc:"Of those whose wallet is known"`
	Wallet int64     `json:"wallet"`
	Space  int64     `json:"space"`
	Share  *float64  `json:"share"  doc:"Ours of their wallets together; null: no wallet is known"`
	Wanted int64     `json:"wanted" doc:"The goals that are sums, together"`
	Sold   int64     `json:"sold"   doc:"Our sales to the accounts of these"`
}

// add takes in an account.
func (p *Person) add(r *Row) {
	if r.Asked {
		p.Asked++
	}
	if r.Goal.Version > 0 {
		p.Set++
	} else if r.Asked {
		p.Unset++
	}
	if r.Fault {
		p.Faults++
	}
	switch r.Colour {
	case rules.Green:
		p.Green++
	case rules.Yellow:
		p.Yellow++
	case rules.Red:
		p.Red++
	}
	if r.Space != nil && r.Sales != nil {
		p.Sales, p.Space = p.Sales+*r.Sales, p.Space+*r.Space
		p.Wallet = p.Sales + p.Space
		p.Share = fraction(null.Ratio(null.Of(p.Sales), null.Of(p.Wallet)))
	}
	if r.Goal.Amount != nil && r.Sales != nil {
		p.Wanted, p.Sold = p.Wanted+*r.Goal.Amount, p.Sold+*r.Sales
	}
}

// Goals is a page of accounts, with what they are together.
type Goals struct {
	Year     int64       `json:"year"`
	AsOf     kernel.Date `json:"as_of"  doc:"The twelve months up to here count"`
	Scope    string      `json:"scope"  enum:"all,own" doc:"own: of the accounts that the viewer sees"`
	Currency string      `json:"currency"`
	Total    Person      `json:"total"`
	People   []Person    `json:"people" doc:"By owner, the most white space first"`
	Count    int         `json:"count"  doc:"Accounts that the list is about"`
	Rows     []Row       `json:"rows"`
	Next     int         `json:"next,omitempty" doc:"Where the next page starts"`
}

// Sheet is all about one account's goal of a year.
type Sheet struct {
	Year     int64           `json:"year"`
	AsOf     kernel.Date     `json:"as_of"`
	Currency string          `json:"currency"`
	Tier     rules.Metric    `json:"tier_metric" enum:"absolute,share" doc:"The metric of its tier"`
	Row      Row             `json:"row"`
	Why      why.Explanation `json:"why"`
	Estimate int64           `json:"estimate" doc:"Version of the estimate of its demand; 0: nobody has estimated"`
}

// Revision is the version of the goal, that a change must name.
func (s Sheet) Revision() int64 { return s.Row.Goal.Version }
