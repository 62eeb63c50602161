package handover

import (
	"context"
	"encoding/json"
	"strings"

	"erba/feature/commitment"
	"erba/feature/interaction"
	"erba/feature/plan"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

const few = 10 // visits and contacts of the past that a pack shows

// packing collects a pack: each part under the grant of those who keep it, so that
// nobody reads more in a pack than where it comes from.
type packing struct {
	*Service
	ctx     context.Context
	account kernel.ID
	today   kernel.Date
	names   map[kernel.ID]string
	pack    Pack
}

// pack is what goes along with a hand-over.
func (s *Service) pack(ctx context.Context, h Handover) (Pack, error) {
	p := &packing{Service: s, ctx: ctx, account: h.Account, today: s.today(), names: map[kernel.ID]string{}, pack: Pack{On: s.today(), Sections: []Section{}}}
	if h.Frozen != "" {
		return p.recalled(h.Frozen)
	}
	users, err := s.users.Users(ctx)
	for _, u := range users {
		p.names[u.ID] = u.Name
	}
	if err != nil {
		return p.pack, err
	}
	for _, part := range []struct {
		grant string
		add   func(context.Context) error
	}{{"relation:read", p.people}, {"commitment:read", p.promises}, {"action:read", p.actions}, {"visit:read", p.visits},
		{"interaction:read", p.contacts}, {"risk:read", p.risks}, {"development:read", p.stage}} {
		if !s.may(ctx, part.grant, h.Account) {
			continue
		}
		if err := part.add(identity.Under(ctx, part.grant)); err != nil {
			return p.pack, err
		}
	}
	return p.pack, nil
}

// recalled is a pack as it was accepted, as far as its reader may see its parts today.
func (p *packing) recalled(frozen string) (Pack, error) {
	var kept Pack
	if err := json.Unmarshal([]byte(frozen), &kept); err != nil {
		return kept, err
	}
	told := kept
	told.Sections = []Section{}
	for _, s := range kept.Sections {
		if p.may(p.ctx, grants[s.Kind], p.account) {
			told.Sections = append(told.Sections, s)
		}
	}
	if !p.may(p.ctx, "development:read", p.account) {
		told.Stage = 0
	}
	if !p.may(p.ctx, grants["risks"], p.account) {
		told.Risk = ""
	}
	return told, nil
}

// grants are those under which the parts are read.
var grants = map[string]string{"people": "relation:read", "promises": "commitment:read", "actions": "action:read", "visits": "visit:read",
	"contacts": "interaction:read", "risks": "risk:read"}

func (p *packing) add(kind string, lines []Line) {
	p.pack.Sections = append(p.pack.Sections, section(kind, lines))
}

func (p *packing) people(ctx context.Context) error {
	return p.db.Read(ctx, func(tx *db.Tx) error {
		stands, err := p.Relations.Standing(tx, p.account)
		if err != nil {
			return err
		}
		known, err := p.Contacts.People(tx.As(identity.Under(ctx, "contact:read")), p.account)
		if err != nil {
			return err
		}
		titles := map[kernel.ID]string{}
		for _, c := range known {
			titles[c.ID] = strings.Join(strings.Fields(c.Department+" "+c.Title), " ")
		}
		var lines []Line
		for _, st := range stands {
			lines = append(lines, Line{Title: st.Name, Note: titles[st.Contact], Mark: attitude(st), Who: p.names[st.Counterpart], Power: st.Power, Closeness: st.Closeness, Late: st.Stale, Contact: st.Contact})
		}
		p.add("people", lines)
		return nil
	})
}

func attitude(s relation.Stand) string {
	if s.Attitude == nil {
		return "handover.attitude_unknown"
	}
	return [...]string{"handover.attitude_enemy", "handover.attitude_against", "handover.attitude_neutral", "handover.attitude_for", "handover.attitude_coach"}[*s.Attitude+2]
}

func (p *packing) promises(ctx context.Context) error {
	return p.db.Read(ctx, func(tx *db.Tx) error {
		all, err := p.Commitments.Pending(tx, p.account)
		var lines []Line
		for _, c := range all {
			mark := "handover.by_customer"
			if c.By == commitment.Us {
				mark = "handover.by_us"
			}
			lines = append(lines, Line{Title: c.Text, Mark: mark, Who: p.names[c.User], On: c.Due, Late: c.Due.Compare(p.today) < 0})
		}
		p.add("promises", lines)
		return err
	})
}

func (p *packing) actions(ctx context.Context) error {
	page, err := p.Plans.List(ctx, plan.Which{Account: p.account, State: plan.Open, Limit: 100})
	var lines []Line
	for _, a := range page.Rows {
		lines = append(lines, Line{Title: a.Title, Who: p.names[a.Owner], On: a.Due, Late: a.Late})
	}
	p.add("actions", lines)
	return err
}

func (p *packing) visits(ctx context.Context) error {
	h, err := p.Visits.History(ctx, p.account)
	if err != nil {
		return err
	}
	p.pack.Cadence, p.pack.Due = h.Cadence.Days, h.Due
	var lines []Line
	for _, v := range h.Rows[:min(few, len(h.Rows))] {
		lines = append(lines, Line{Title: v.Purpose, Note: v.Result, Mark: "visit.state_" + v.State, Who: p.names[v.Owner], On: v.Day, Late: v.Past})
	}
	p.add("visits", lines)
	return nil
}

func (p *packing) contacts(ctx context.Context) error {
	l, err := p.Interactions.Of(ctx, interaction.Which{Account: p.account, Limit: few})
	var lines []Line
	for _, r := range l.Rows {
		lines = append(lines, Line{Title: r.Subject, Mark: "interaction.channel_" + r.Channel, On: r.On, Late: r.Late})
	}
	p.add("contacts", lines)
	return err
}

func (p *packing) risks(ctx context.Context) error {
	sheet, err := p.Risks.Sheet(ctx, p.account)
	if err != nil {
		return err
	}
	p.pack.Risk = sheet.Level
	var lines []Line
	for _, c := range sheet.Causes {
		if c.Score > 0 {
			lines = append(lines, Line{Title: c.Evidence, Note: c.Counter, Mark: "risk.cause_" + c.Cause, Who: p.names[c.Owner], On: c.Due, Score: c.Score, Late: c.Late})
		}
	}
	p.add("risks", lines)
	return nil
}

func (p *packing) stage(ctx context.Context) error {
	return p.db.Read(ctx, func(tx *db.Tx) (err error) {
		p.pack.Stage, _, err = p.Developments.Stage(tx, p.account)
		return err
	})
}
