package portfolio

import (
	"erba/analysis/checklist"
	"erba/analysis/consensus"
	"erba/analysis/grade"
	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/analysis/value"
	"erba/analysis/why"
)

// says is what the three methods of the wizard (method M05) say of an account:
// whether it is in their top class. What a method cannot judge is open.
func (e *Evaluated) says(row int32) consensus.Methods {
	m := consensus.Methods{Single: top(e.singly(row)), Scorecard: top(e.class(row))}
	if tier := e.tiers[row]; tier != pyramid.None {
		m.Pyramid = checklist.Of(tier == pyramid.Major)
	}
	return m
}

func top(class grade.Class) checklist.Answer {
	if class == grade.None {
		return checklist.Open
	}
	return checklist.Of(class == grade.A)
}

// keysOf are the two keys of an account, by the aspects of its scorecard; half a
// scorecard has none.
func (e *Evaluated) keysOf(row int32) consensus.Keys {
	aspect := func(i int) null.Number {
		if e.class(row) == grade.None {
			return null.None
		}
		return e.points.Aspects[i][row]
	}
	cfg := &e.Setting.Config.Agree
	return cfg.Keys(aspect(value.Finance), aspect(value.Selling), aspect(value.Customer), aspect(value.Service))
}

func (e *Evaluated) explainAgree(row int32) why.Explanation {
	return e.Setting.Config.Agree.Explain(e.says(row), e.keysOf(row))
}

// behindAgree is the condition of a verdict, or of a field of the two keys.
func (v *View) behindAgree(mark string) func(int32) bool {
	cfg := &v.Setting.Config.Agree
	switch verdict := consensus.Verdict(mark); verdict {
	case consensus.Propose, consensus.Review, consensus.Nothing:
		return func(row int32) bool { return cfg.Verdict(v.says(row)) == verdict }
	}
	for h := consensus.Rebuild; h <= consensus.Model; h++ {
		if h.Key() == "consensus."+mark {
			return func(row int32) bool { return v.keysOf(row).Health == h }
		}
	}
	return nil
}

// Agreement is what the three methods say together, and the two keys.
type Agreement struct {
	Frame
	Propose Tally    `json:"propose" doc:"Two of the three put it into their top class"`
	Review  Tally    `json:"review"  doc:"One of them"`
	Missed  Tally    `json:"missed"  doc:"Proposed, and not in the register yet"`
	Health  []Health `json:"health"  doc:"model, rescue, earn, rebuild"`
}

// Health is a field of the two keys.
type Health struct {
	Field string `json:"field" enum:"model,rescue,earn,rebuild"`
	Tally
}

// Agreement counts the verdicts and the fields under the mask.
func (v *View) Agreement() Agreement {
	a, cfg := Agreement{Frame: v.Frame, Health: []Health{}}, &v.Setting.Config.Agree
	var fields [consensus.Model + 1]Tally
	v.each(func(row int32) {
		switch cfg.Verdict(v.says(row)) {
		case consensus.Propose:
			a.Propose.tally(v.value[row])
			if !v.bySales.key(row) {
				a.Missed.tally(v.value[row])
			}
		case consensus.Review:
			a.Review.tally(v.value[row])
		}
		fields[v.keysOf(row).Health].tally(v.value[row])
	})
	total := v.ranked.Total
	for _, t := range []*Tally{&a.Propose, &a.Review, &a.Missed} {
		t.of(total)
	}
	for _, h := range [...]consensus.Health{consensus.Model, consensus.Rescue, consensus.Earn, consensus.Rebuild} {
		fields[h].of(total)
		a.Health = append(a.Health, Health{h.Key()[len("consensus."):], fields[h]})
	}
	return a
}
