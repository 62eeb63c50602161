package portfolio

import (
	"slices"

	"erba/analysis/grade"
	"erba/analysis/grid"
	"erba/analysis/invest"
	"erba/analysis/pyramid"
	"erba/analysis/quadrant"
)

// models are those whose results are kept, in the order of their names on screens.
var models = [...]string{inABC, inRFM, inGrid, inQuadrant, inPyramid, inWorth, inMatrix, inRegister}

// marks are the results of an account that history keeps, model by model; empty
// is none.
type marks [len(models)]string

func (m *marks) put(model, result string) {
	if i := slices.Index(models[:], model); i >= 0 {
		m[i] = result
	}
}

// marks makes no text of its own: it is asked of every account.
func (e *Evaluated) marks(row int32) (m marks) {
	m = marks{e.abc[row].String(), "", e.letter(row), typeNames[e.types[row]], "", "", "", firedNames[e.fired[row]]}
	if s := e.scores[row]; s.Scored() {
		m[1] = e.Setting.Config.RFM.TypeOf(s).Key()
	}
	if e.lines[row] != 0 || e.places[row].Class != grid.None || e.types[row] != quadrant.None {
		m[4] = e.tierMark(row) // else there is neither a ledger nor a judgement: nothing to keep
	}
	if class := e.class(row); class != grade.None {
		m[5] = class.String()
	}
	if q := e.quadrantOf(row).Quadrant; q != invest.None {
		m[6] = q.String()
	}
	return m
}

func (e *Evaluated) tierMark(row int32) string {
	tier, provisional := e.tier(row)
	if provisional {
		return provisionalMarks[tier]
	}
	return tier.String()
}

// provisionalMarks are the names of tiers that come from the current value alone.
var provisionalMarks = func() (all [5]string) {
	for t := range all {
		all[t] = pyramid.Tier(t).String() + provisionalSign
	}
	return all
}()

// firedNames are the rules that have fired, each with a blank before it.
var firedNames = func() (all [1 << len(ruleNames)]string) {
	for f := range all {
		for _, name := range Fired(f).Names() {
			all[f] += " " + name
		}
	}
	return all
}()
