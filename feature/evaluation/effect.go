package evaluation

// Consequence says what follows by the rules in force when an account goes from
// one class to another.
type Consequence func(r *Rules, was, becomes string) []Effect

// tierEffects are what a tier changes: who serves the account and how long, what
// is aimed at, and how a complaint ranks.
func tierEffects(r *Rules, was, becomes string) []Effect {
	tiers := Models[place(Tier)]
	from, to := tiers.rank(was), tiers.rank(becomes)
	before, after := r.Cares.of(from), r.Cares.of(to)
	all := []Effect{
		{"evaluation.effect_hours", map[string]any{"hours": r.Cares.hours(to) - r.Cares.hours(from)}},
		{"evaluation.effect_cover", map[string]any{"to": said(after.Cover)}},
	}
	if before.Goal != after.Goal {
		all = append(all, Effect{"evaluation.effect_goal", map[string]any{"to": said(after.Goal)}})
	}
	if before.Forms != after.Forms {
		all = append(all, Effect{"evaluation.effect_care", map[string]any{"from": before.Forms, "to": after.Forms}})
	}
	if major := len(tiers.Classes); from == major || to == major {
		all = append(all, Effect{either(to == major, "evaluation.effect_case_up", "evaluation.effect_case_down"), nil})
	}
	return append(all, Effect{"evaluation.effect_credit", nil})
}

// said is the text key of a way of serving, or of an aim.
func said(word string) string { return either(word != "", "governance.value_"+word, "evaluation.none") }

// keyEffects are what the register changes.
func keyEffects(_ *Rules, _, becomes string) []Effect {
	return []Effect{{either(becomes != "", "evaluation.effect_key", "evaluation.effect_no_key"), nil}}
}

// vipEffects are what the status of a VIP changes: he is at least NAMED, and his
// complaints rank higher.
func vipEffects(_ *Rules, _, becomes string) []Effect {
	return []Effect{{either(becomes != "", "evaluation.effect_vip", "evaluation.effect_no_vip"), nil}}
}

// gradeEffects are what a class over time changes: from B up an account may hold a
// card, and A makes it MAJOR (method M17).
func gradeEffects(_ *Rules, was, becomes string) []Effect {
	grades := Models[place(Grade)]
	from, to := grades.rank(was), grades.rank(becomes)
	all := []Effect{}
	if b := grades.rank("B"); from < b && to >= b || from >= b && to < b {
		all = append(all, Effect{either(to >= b, "evaluation.effect_cards", "evaluation.effect_no_cards"), nil})
	}
	if a := grades.rank("A"); from == a || to == a {
		all = append(all, Effect{either(to == a, "evaluation.effect_strategic", "evaluation.effect_not_strategic"), nil})
	}
	return append(all, Effect{"evaluation.effect_plan", nil})
}

func either(holds bool, one, other string) string {
	if holds {
		return one
	}
	return other
}

// firstEffects are those that evaluation knows itself; features that let
// something follow from a class add theirs.
func firstEffects() map[string][]Consequence {
	return map[string][]Consequence{Tier: {tierEffects}, Key: {keyEffects}, VIP: {vipEffects}, Grade: {gradeEffects}}
}
