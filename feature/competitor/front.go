package competitor

import (
	"cmp"
	"slices"
	"strings"

	"erba/kernel"
)

// Foe is somebody or something that stands against us at an account, as he threatens
// us most in a live deal there; of whom we only met in deals that ended, as he was
// seen last.
type Foe struct {
	Rival
	Title string    `json:"title"          doc:"Of the deal in which he threatens us so"`
	In    kernel.ID `json:"deal,omitzero"  doc:"That deal; none: he is only rated among the products"`
	Live  int       `json:"live"           doc:"Live deals in which he stands against us"`
	Ended int       `json:"ended"          doc:"Deals that ended in which he did"`
}

// Clear says that nobody and nothing inside an account stands against us.
type Clear struct {
	ID       kernel.ID   `json:"-"               db:"id"`
	Account  kernel.ID   `json:"-"               db:"account_id"`
	Evidence string      `json:"evidence"        db:"evidence"`
	ByID     kernel.ID   `json:"-"               db:"by_id"`
	By       string      `json:"by"              db:"by_name"`
	On       kernel.Date `json:"on"              db:"judged_on"`
	Expires  kernel.Date `json:"expires"         db:"expires_on"`
	Version  int64       `json:"version"         db:"version"`
	Stale    bool        `json:"stale"           db:"-"`
}

// Revision is the version that a change must name to replace it.
func (c Clear) Revision() int64 { return c.Version }

// Check reports the first rule that it breaks.
func (c Clear) Check(today kernel.Date) error {
	switch n := runes(c.Evidence); {
	case n < shortest || n > longestText:
		return kernel.Invalid("competitor.short_evidence", "min", shortest).In("evidence")
	case c.Expires.Compare(today) <= 0:
		return kernel.Invalid("competitor.bad_expiry").In("expires")
	}
	return nil
}

func (c *Clear) tidy(today kernel.Date) {
	c.Evidence, c.On = strings.TrimSpace(c.Evidence), today
	if c.Expires.IsZero() {
		c.Expires = today.AddMonths(holds)
	}
}

// Front is everybody who stands against us at an account (method M63).
type Front struct {
	Account  kernel.ID   `json:"account"`
	AsOf     kernel.Date `json:"as_of"`
	Foes     []Foe       `json:"foes"   doc:"The greatest threat first; who is only known of the past, last"`
	Clear    *Clear      `json:"clear"  doc:"Somebody has looked, and nobody inside stands against us; null: nobody has said so"`
	Direct   bool        `json:"direct" doc:"A direct competitor is named, of a judgement that holds"`
	Inside   bool        `json:"inside" doc:"It is said who or what inside stands against us, or that nothing does"`
	Write    bool        `json:"write"`
	Revision int64       `json:"revision" doc:"Of what is said of the inside; 0: nothing is"`
}

// faced is a rival with the deal in which he is one.
type faced struct {
	Rival
	Title string `db:"title"`
	State string `db:"state"`
}

func (f faced) live() bool { return f.State != "won" && f.State != "lost" }

// who tells rivals apart over deals.
func (r Rival) who() [3]string {
	return [3]string{r.Competitor.String(), r.Contact.String(), r.Superior}
}

// gathered are rivals of many deals, each once.
func gathered(all []faced) []Foe {
	at, foes := map[[3]string]int{}, []Foe{}
	for _, f := range all {
		i, known := at[f.who()]
		if !known {
			i = len(foes)
			at[f.who()], foes = i, append(foes, Foe{Rival: f.Rival, Title: f.Title, In: f.Deal})
		}
		foes[i].meet(f)
	}
	slices.SortStableFunc(foes, func(a, b Foe) int {
		return cmp.Or(cmp.Compare(min(b.Live, 1), min(a.Live, 1)), cmp.Compare(weight(b.Rival), weight(a.Rival)), cmp.Compare(a.Name, b.Name))
	})
	return foes
}

// meet counts a deal in which he stands against us, and remembers him as he threatens
// most: a live deal counts before one that ended, and of those the later one.
func (o *Foe) meet(f faced) {
	before := o.Live
	if f.live() {
		o.Live++
	} else {
		o.Ended++
	}
	switch {
	case f.live() && (before == 0 || weight(f.Rival) > weight(o.Rival)), !f.live() && before == 0 && f.On.Compare(o.On) > 0:
		o.Rival, o.Title, o.In = f.Rival, f.Title, f.Deal
	}
}

// weight is what he threatens, less than nothing where that is not known.
func weight(r Rival) float64 {
	if !r.Threat.Known() {
		return -1
	}
	return float64(r.Threat)
}

// judge says what is known of who stands against us.
func (f *Front) judge() {
	for _, o := range f.Foes {
		f.Direct = f.Direct || o.Kind == Direct && !o.Stale
		f.Inside = f.Inside || o.Kind == Indirect && !o.Stale
	}
	if f.Clear != nil {
		f.Inside = f.Inside || !f.Clear.Stale
	}
}

// obstructed reports whether something inside stands against us in a live deal.
func (f *Front) obstructed() bool {
	return slices.ContainsFunc(f.Foes, func(o Foe) bool { return o.Kind == Indirect && o.Live > 0 })
}
