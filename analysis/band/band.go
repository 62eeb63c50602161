// Package band decides in which of several bands a number lies. The bands of a
// set leave no gap and do not overlap, so every number lies in exactly one; a
// break belongs to the band above it: [20, 30). What nobody knows is in none.
package band

import (
	"fmt"
	"slices"
	"strconv"

	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Set is bands by the breaks between them, rising: with n breaks there are n+1
// bands, the lowest being 1. Two equal breaks leave a band that is always empty.
type Set []float64

// Unknown is the band of what nobody knows.
const Unknown = 0

// Of is the band of a number, 1 being the lowest.
func (s Set) Of(n null.Number) int {
	if !n.Known() {
		return Unknown
	}
	band := 1
	for _, at := range s {
		if float64(n) < at {
			break
		}
		band++
	}
	return band
}

// Check refuses breaks that do not rise.
func (s Set) Check() error {
	if i := slices.IndexFunc(s, func(at float64) bool { return !null.Number(at).Known() }); i >= 0 {
		return kernel.Invalid("band.bad_break", "band", i+1).In(strconv.Itoa(i))
	}
	for i := 1; i < len(s); i++ {
		if s[i] < s[i-1] {
			return kernel.Invalid("band.overlap", "band", i+1, "from", s[i-1], "to", s[i]).In(strconv.Itoa(i))
		}
	}
	return nil
}

// Label names a band by its breaks: a text key with from and to, as far as there are any.
func (s Set) Label(band int) (key string, from, to null.Number) {
	if band == Unknown {
		return "band.unknown", null.None, null.None
	}
	switch from, to = s.ends(band); {
	case !from.Known() && !to.Known():
		return "band.any", from, to
	case !from.Known():
		return "band.below", from, to
	case !to.Known():
		return "band.above", from, to
	}
	return "band.between", from, to
}

func (s Set) ends(band int) (from, to null.Number) {
	from, to = null.None, null.None
	if band > 1 {
		from = null.Number(s[band-2])
	}
	if band <= len(s) {
		to = null.Number(s[band-1])
	}
	return from, to
}

// Cuts are the breaks as an explanation shows them, the highest first.
func (s Set) Cuts(key string, unit why.Unit) (cuts []why.Figure) {
	for _, at := range slices.Backward(s) {
		cuts = append(cuts, why.Known(key, unit, at))
	}
	return cuts
}

// Changes are the nearest other values of a number that lies in a band: the
// break above it, and the last step below the break under it.
func (s Set) Changes(key string, unit why.Unit, n null.Number, step float64, result func(band int) string) (changes []why.Change) {
	now := s.Of(n)
	if now == Unknown {
		return nil
	}
	add := func(to float64) {
		if after := result(s.Of(null.Number(to))); after != result(now) {
			changes = append(changes, why.Instead(key, unit, float64(n), to, after))
		}
	}
	from, to := s.ends(now)
	if to.Known() {
		add(float64(to))
	}
	if from.Known() {
		add(float64((from - null.Number(step)).Steady()))
	}
	return changes
}

// Band is one of a set that somebody has written down with both its ends.
type Band struct {
	Name string      `json:"name"`
	From null.Number `json:"from" doc:"Included; null: open below"`
	To   null.Number `json:"to"   doc:"Not included; null: open above"`
}

// Join makes a set of bands that somebody has written down in rising order. It
// refuses them unless they leave no gap, do not overlap and are open at both ends.
func Join(bands []Band) (Set, error) {
	if len(bands) == 0 || bands[0].From.Known() || bands[len(bands)-1].To.Known() {
		return nil, kernel.Invalid("band.closed_end", "path", "bands")
	}
	set := Set{}
	for i := 1; i < len(bands); i++ {
		below, above, path := &bands[i-1], &bands[i], fmt.Sprintf("bands[%d]", i)
		switch {
		case !below.To.Known() || !above.From.Known() || above.From < below.To:
			return nil, kernel.Invalid("band.overlap", "path", path, "below", below.Name, "above", above.Name)
		case above.From > below.To:
			return nil, kernel.Invalid("band.gap", "path", path, "below", below.Name, "above", above.Name)
		case i > 1 && below.To <= below.From:
			return nil, kernel.Invalid("band.empty", "path", fmt.Sprintf("bands[%d]", i-1), "band", below.Name)
		}
		set = append(set, float64(below.To))
	}
	return set, nil
}
