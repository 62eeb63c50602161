package campaign

import (
	"slices"

	"erba/analysis/campaign"
	rel "erba/analysis/relation"
	"erba/feature/relation"
	"erba/kernel"
)

// inside is the attitude of somebody who works for us at the customer.
const inside = 2

// met asks of the map whether the right people are met: every role that is needed has
// somebody, we are in touch with who decides, and somebody there is for us.
func met(cfg *rel.Config, all []relation.Stand) (items []Item) {
	for _, role := range cfg.Roles {
		if !role.Needed || role.Key == rel.Coach {
			continue
		}
		found := slices.ContainsFunc(all, func(s relation.Stand) bool { return slices.Contains(s.Roles, role.Key) })
		items = append(items, Item{Item: campaign.Item{Test: campaign.People, Key: "campaign.item_role", Done: found}, Role: role.Key, Zh: role.Zh, En: role.En})
	}
	touched := slices.ContainsFunc(all, func(s relation.Stand) bool { return slices.Contains(s.Roles, rel.Decider) && inTouch(s) })
	sponsor := slices.ContainsFunc(all, func(s relation.Stand) bool {
		return slices.Contains(s.Roles, rel.Coach) || s.Attitude != nil && *s.Attitude >= inside
	})
	return append(items, thing(campaign.People, "campaign.item_decider", touched), thing(campaign.People, "campaign.item_sponsor", sponsor))
}

// inTouch reports whether we have spoken with somebody.
func inTouch(s relation.Stand) bool { return s.Level != "" && s.Level != "none" }

// thing is one that is about nobody.
func thing(test, key string, done bool) Item {
	return Item{Item: campaign.Item{Test: test, Key: key, Done: done}}
}

// spoken asks, for everybody who counts, how close he is, what is talked about and
// what comes next; where nobody counts yet, nobody has been spoken with.
func spoken(people []Person, today kernel.Date) (items []Item) {
	if len(people) == 0 {
		return []Item{thing(campaign.Words, "campaign.item_nobody", false)}
	}
	for _, p := range people {
		next := p.Step.Step != "" && p.On.Compare(today) >= 0
		for _, one := range []struct {
			key  string
			done bool
		}{{"campaign.item_level", p.Closeness > 0}, {"campaign.item_topic", p.Topic != ""}, {"campaign.item_step", next}} {
			items = append(items, Item{Item: campaign.Item{Test: campaign.Words, Key: one.key, Done: one.done}, Name: p.Name})
		}
	}
	return items
}

// done asks what was found out, whether they agreed, and what answers it.
func (s Sheet) done() []Item {
	return []Item{thing(campaign.Deeds, "campaign.item_situation", s.Situation != ""), thing(campaign.Deeds, "campaign.item_problem", s.Problem != ""),
		thing(campaign.Deeds, "campaign.item_implication", s.Implication != ""), thing(campaign.Deeds, "campaign.item_payoff", s.Payoff != ""),
		thing(campaign.Deeds, "campaign.item_confirmed", s.Confirmed != ""), thing(campaign.Deeds, "campaign.item_solution", s.Solution != "")}
}

// marked counts what is done of each test.
func marked(items []Item) campaign.Marks {
	plain := make([]campaign.Item, len(items))
	for i, item := range items {
		plain[i] = item.Item
	}
	return campaign.Mark(plain)
}

// counts are the people who count: of much influence, or who decide.
func counts(cfg *rel.Config, all []relation.Stand, steps []Step) []Person {
	people := []Person{}
	for _, s := range all {
		if s.Power < cfg.Strong && !slices.Contains(s.Roles, rel.Decider) && !slices.Contains(s.Roles, rel.Approver) {
			continue
		}
		p := Person{Step: Step{Contact: s.Contact}, Name: s.Name, Layer: s.Layer, Closeness: s.Closeness}
		if i := slices.IndexFunc(steps, func(step Step) bool { return step.Contact == s.Contact }); i >= 0 {
			p.Step = steps[i]
		}
		people = append(people, p)
	}
	return people
}
