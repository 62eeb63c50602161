package competitor

import (
	"slices"
	"strings"

	"erba/analysis/null"
	"erba/analysis/rivalry"
	"erba/analysis/why"
	"erba/kernel"
)

// The kinds of rivals. Own is how we stand ourselves.
const (
	Own      = "own"
	Direct   = "direct"
	Indirect = "indirect"
)

// Rival is who stands against us in a deal, with what he threatens.
type Rival struct {
	ID         kernel.ID   `json:"id"                   db:"id"`
	Deal       kernel.ID   `json:"-"                    db:"opportunity_id"`
	Kind       string      `json:"kind"                 db:"kind" enum:"own,direct,indirect"`
	Competitor kernel.ID   `json:"competitor,omitzero"  db:"competitor_id" doc:"Of a direct one"`
	Contact    kernel.ID   `json:"contact,omitzero"     db:"contact_id"    doc:"Of an indirect one: the person who is against us"`
	Superior   string      `json:"superior"             db:"superior"      doc:"… or the unit that decides, or doing nothing"`
	Digits     string      `json:"-"                    db:"ratings"`
	Ratings    []int       `json:"ratings"              db:"-"             doc:"By the eight attributes, 1–5; 0: not rated"`
	Power      int         `json:"power"                db:"power"         doc:"1–5; 0: not known"`
	Opposition int         `json:"opposition"           db:"opposition"    doc:"1–5; 0: not known"`
	Active     bool        `json:"active"               db:"active"        doc:"Takes part in this deal"`
	Incumbent  bool        `json:"incumbent"            db:"incumbent"     doc:"Supplies the customer now"`
	Weakness   string      `json:"weakness"             db:"weakness"`
	Evidence   string      `json:"evidence"             db:"evidence"`
	ByID       kernel.ID   `json:"-"                    db:"by_id"`
	By         string      `json:"by"                   db:"by_name"`
	On         kernel.Date `json:"on"                   db:"judged_on"`
	Expires    kernel.Date `json:"expires"              db:"expires_on"`
	Version    int64       `json:"version"              db:"version"`

	Name   string           `json:"name"   db:"-" doc:"Empty: we"`
	Mean   null.Number      `json:"mean"   db:"-" doc:"Of the ratings; null: too few"`
	Threat null.Number      `json:"threat" db:"-" doc:"0–5; null: not known, or our own"`
	Flag   bool             `json:"flag"   db:"-" doc:"An indirect one that can decide the deal"`
	Gate   null.Number      `json:"gate"   db:"-" doc:"His score at the third gate, 0–100"`
	Stale  bool             `json:"stale"  db:"-"`
	Why    *why.Explanation `json:"why,omitempty" db:"-"`
}

// Revision is the version that a change must name to replace it.
func (r Rival) Revision() int64 { return r.Version }

// Check reports the first rule that a rival breaks.
func (r Rival) Check(today kernel.Date) error {
	switch {
	case r.Kind == Direct && (r.Competitor.IsZero() || r.named()):
		return kernel.Invalid("competitor.no_competitor").In("competitor")
	case r.Kind == Own && (!r.Competitor.IsZero() || r.named()):
		return kernel.Invalid("competitor.ourselves").In("kind")
	case r.Kind == Indirect && (!r.Competitor.IsZero() || r.Contact.IsZero() == (r.Superior == "")):
		return kernel.Invalid("competitor.no_obstacle").In("superior")
	case !slices.Contains([]string{Own, Direct, Indirect}, r.Kind):
		return kernel.Invalid("competitor.bad_kind").In("kind")
	case runes(r.Superior) > longestName:
		return kernel.Invalid("competitor.too_long", "max", longestName).In("superior")
	case runes(r.Evidence) < shortest || runes(r.Evidence) > longestText:
		return kernel.Invalid("competitor.short_evidence", "min", shortest).In("evidence")
	case runes(r.Weakness) > longestText:
		return kernel.Invalid("competitor.too_long", "max", longestText).In("weakness")
	case r.Expires.Compare(today) <= 0:
		return kernel.Invalid("competitor.bad_expiry").In("expires")
	}
	return r.rated()
}

// named reports whether it names an obstacle at the customer.
func (r Rival) named() bool { return !r.Contact.IsZero() || r.Superior != "" }

// rated refuses what is no rating.
func (r Rival) rated() error {
	if r.Kind == Indirect {
		if r.Power < 0 || r.Power > 5 || r.Opposition < 0 || r.Opposition > 5 {
			return kernel.Invalid("competitor.bad_rating").In("power")
		}
		return nil
	}
	if len(r.Ratings) != len(rivalry.Attributes) || slices.ContainsFunc(r.Ratings, func(n int) bool { return n < 0 || n > 5 }) {
		return kernel.Invalid("competitor.bad_rating").In("ratings")
	}
	return nil
}

// tidy trims, leaves out what its kind has not, and lets the judgement expire some time.
func (r *Rival) tidy(today kernel.Date) {
	for _, text := range []*string{&r.Superior, &r.Weakness, &r.Evidence} {
		*text = strings.TrimSpace(*text)
	}
	if r.Kind == Indirect {
		r.Ratings, r.Incumbent, r.Active = nil, false, true
	} else {
		r.Power, r.Opposition = 0, 0
	}
	if r.Kind == Own {
		r.Active = true
	}
	if r.Ratings == nil {
		r.Ratings = make([]int, len(rivalry.Attributes))
	}
	if r.Expires.IsZero() {
		r.Expires = today.AddMonths(holds)
	}
	r.Digits = digits(r.Ratings)
}

// digits are ratings as they are kept, one digit each.
func digits(ratings []int) string {
	var b strings.Builder
	for _, n := range ratings {
		b.WriteByte('0' + byte(n%10))
	}
	return b.String()
}

// read finds the ratings, and what follows from them.
func (r *Rival) read(cfg *rivalry.Board, today kernel.Date) {
	r.Ratings = make([]int, len(rivalry.Attributes))
	for i := range r.Ratings {
		if i < len(r.Digits) {
			r.Ratings[i] = int(r.Digits[i] - '0')
		}
	}
	r.Mean, r.Threat, r.Gate, r.Stale = null.None, null.None, null.None, r.Expires.Compare(today) <= 0
	switch r.Kind {
	case Own:
		r.Mean, _ = cfg.Mean(known(r.Ratings...))
	case Direct:
		t, e := cfg.Direct(known(r.Ratings...), r.Active), cfg.ExplainDirect(known(r.Ratings...), r.Active)
		r.Mean, r.Threat, r.Why = t.Mean, t.Threat, &e
	case Indirect:
		p := known(r.Power, r.Opposition)
		t, e := cfg.Indirect(p[0], p[1]), cfg.ExplainIndirect(p[0], p[1])
		r.Threat, r.Flag, r.Why = t.Threat, t.Flag, &e
	}
}

// known are ratings as numbers; 0 is none.
func known(ratings ...int) []null.Number {
	all := make([]null.Number, len(ratings))
	for i, n := range ratings {
		if all[i] = null.None; n > 0 {
			all[i] = null.Of(n)
		}
	}
	return all
}

// sorted puts ourselves first, then the greatest threat; direct and indirect ones
// stand on one scale.
func sorted(all []Rival) []Rival {
	threats := make([]rivalry.Threat, len(all))
	for i, r := range all {
		threats[i] = rivalry.Threat{Threat: r.Threat}
		if r.Kind == Own {
			threats[i].Threat = 1e3
		}
	}
	in := make([]Rival, 0, len(all))
	for _, i := range rivalry.Order(threats) {
		in = append(in, all[i])
	}
	return in
}

// Choice is somebody, or something, that may be chosen.
type Choice struct {
	ID   kernel.ID `json:"id"`
	Name string    `json:"name"`
}

// Duel is us and those who stand against us in a deal.
type Duel struct {
	Deal        kernel.ID   `json:"deal"`
	AsOf        kernel.Date `json:"as_of"`
	Attributes  []string    `json:"attributes" doc:"By what is rated, in the order of the ratings"`
	Rivals      []Rival     `json:"rivals"     doc:"Ourselves first, then the greatest threat"`
	Ratio       null.Number `json:"ratio"      doc:"Our third gate by that of the best competitor; null: not known"`
	Best        string      `json:"best"       doc:"Who that is"`
	Write       bool        `json:"write"`
	Competitors []Choice    `json:"competitors"`
	People      []Choice    `json:"people"     doc:"Contacts of the account, as far as the viewer may read them"`
	Gate        null.Number `json:"gate"       doc:"Our score at the third gate"`
}

// Strength is our score at the third gate by that of the best competitor, and who that is.
func Strength(ours null.Number, all []Rival) (ratio null.Number, best string) {
	var theirs []null.Number
	var names []string
	for _, r := range all {
		if r.Kind == Direct {
			theirs, names = append(theirs, r.Gate), append(names, r.Name)
		}
	}
	row := rivalry.Compare(ours, theirs)
	if row.Best >= 0 {
		best = names[row.Best]
	}
	return row.Ratio, best
}
