package evaluation

// Consequence says what follows when an account goes from one class to another.
type Consequence func(was, becomes string) []Effect

// Hours are those that accounts of a tier take in a month (method M67: 900, 225,
// 30 and 3.6 a year), by rank; an account without a tier takes none.
var Hours = [...]float64{0, 0.3, 2.5, 18.75, 75}

// Capacity is how many hours a manager has in a month.
const Capacity = 160.0

// ways of serving a tier (method M67), by rank.
var coverage = [...]string{"evaluation.cover_none", "evaluation.cover_mass", "evaluation.cover_nonnamed", "evaluation.cover_named", "evaluation.cover_major"}

// goals by rank (method M66): for the upper tiers a share of what the account
// buys, for the others an amount.
var goals = [...]string{"evaluation.goal_none", "evaluation.goal_amount", "evaluation.goal_amount", "evaluation.goal_share", "evaluation.goal_share"}

// forms of care in a year (method M87), by rank.
var forms = [...]int{0, 1, 3, 4, 5}

// tierEffects are what a tier changes: who serves the account and how long, what
// is aimed at, and how a complaint ranks.
func tierEffects(was, becomes string) []Effect {
	from, to := Models[0].rank(was), Models[0].rank(becomes)
	all := []Effect{
		{"evaluation.effect_hours", map[string]any{"hours": Hours[to] - Hours[from]}},
		{"evaluation.effect_cover", map[string]any{"to": coverage[to]}},
	}
	if goals[from] != goals[to] {
		all = append(all, Effect{"evaluation.effect_goal", map[string]any{"to": goals[to]}})
	}
	if forms[from] != forms[to] {
		all = append(all, Effect{"evaluation.effect_care", map[string]any{"from": forms[from], "to": forms[to]}})
	}
	if major := len(Models[0].Classes); from == major || to == major {
		all = append(all, Effect{either(to == major, "evaluation.effect_case_up", "evaluation.effect_case_down"), nil})
	}
	return append(all, Effect{"evaluation.effect_credit", nil})
}

// keyEffects are what the register changes.
func keyEffects(_, becomes string) []Effect {
	return []Effect{{either(becomes != "", "evaluation.effect_key", "evaluation.effect_no_key"), nil}}
}

// vipEffects are what the status of a VIP changes: he is at least NAMED, and his
// complaints rank higher.
func vipEffects(_, becomes string) []Effect {
	return []Effect{{either(becomes != "", "evaluation.effect_vip", "evaluation.effect_no_vip"), nil}}
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
	return map[string][]Consequence{Tier: {tierEffects}, Key: {keyEffects}, VIP: {vipEffects}}
}
