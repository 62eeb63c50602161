package relation

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"erba/analysis/clean"
	"erba/feature/contact"
	"erba/kernel"
)

// person takes what a row says of somebody and his map does not; an empty cell says nothing.
func (r *intake) person(c map[string]string) error {
	id, err := r.who.find(c["id"], c["person"])
	if err != nil {
		return err
	}
	p := r.board.People[r.board.at[id]]
	if err := r.placed(p, c); err != nil {
		return err
	}
	for _, field := range Fields {
		cell := c[field]
		if cell == "" {
			continue
		}
		value, err := r.value(field, cell)
		if err != nil {
			return err
		}
		if value == p.value(field) {
			r.done.Same++
			continue
		}
		if err := r.add(Saying{Contact: id, Field: field, Value: value, On: r.today, Source: Imported}); err != nil {
			return err
		}
	}
	return nil
}

// add takes a judgement that has been checked.
func (r *intake) add(s Saying) error {
	if err := s.check(r.cfg, r.today); err != nil {
		return err
	}
	r.draft.Judgements = append(r.draft.Judgements, s)
	return nil
}

// value is a cell as it is kept.
func (r *intake) value(field, cell string) (string, error) {
	if field != Partner {
		return tidied(field, r.say.code(field, cell, r.roles)), nil
	}
	id, is := r.users[cell]
	if !is {
		return "", kernel.Invalid("relation.no_user")
	}
	return id.String(), nil
}

// placed takes where a row puts somebody, where that is news.
func (r *intake) placed(p Person, c map[string]string) error {
	m := contact.Move{Contact: p.ID}
	if manager := c["reports"]; manager != "" {
		id, err := r.who.find(manager, manager)
		if err != nil {
			return err
		}
		if id != p.Reports {
			m.Reports = &id
		}
	}
	if c["rank"] != "" {
		n, err := strconv.Atoi(c["rank"])
		if err != nil || n < 0 || n > contact.Top {
			return kernel.Invalid("contact.bad_rank", "max", contact.Top)
		}
		if n != p.Rank {
			m.Rank = &n
		}
	}
	if scope := strings.Join(strings.Fields(c["scope"]), " "); scope != "" && scope != strings.Join(p.Scope, " ") {
		m.Scope = &scope
	}
	if m.Reports != nil || m.Rank != nil || m.Scope != nil {
		r.draft.Moves = append(r.draft.Moves, m)
	}
	return nil
}

// judgement takes one judgement with its author and its day.
func (r *intake) judgement(c map[string]string) (err error) {
	s := Saying{Evidence: c["evidence"], Source: Imported}
	if s.Contact, err = r.who.find(c["id"], c["person"]); err != nil {
		return err
	}
	s.Field = r.field(c["field"])
	if c["value"] != "" {
		if s.Value, err = r.value(s.Field, c["value"]); err != nil {
			return err
		}
	}
	if c["by"] != "" {
		by, is := r.users[c["by"]]
		if !is {
			return kernel.Invalid("relation.no_user")
		}
		s.By = by
	}
	if s.On, err = dayOf(c["on"]); err != nil {
		return err
	}
	if s.Until, err = dayOf(c["until"]); err != nil {
		return err
	}
	key := saidKey{s.Contact, s.Field, s.Value, s.By, s.On}
	if r.old[key] {
		r.done.Same++
		return nil
	}
	if !s.By.IsZero() {
		if answers, err := r.names(s.By); err != nil || !answers {
			return cmp.Or(err, error(kernel.Denied("relation.of_others")))
		}
	}
	r.old[key] = true
	return r.add(s)
}

// dayOf is the day in a cell; none in an empty one.
func dayOf(cell string) (kernel.Date, error) {
	if cell == "" {
		return kernel.Date{}, nil
	}
	return clean.Date(cell, clean.None)
}

// field is what a cell calls a field.
func (r *intake) field(cell string) string {
	at := slices.IndexFunc(Fields, func(f string) bool { return cell == f || cell == r.say("relation."+f) })
	if at < 0 {
		return cell
	}
	return Fields[at]
}

// line takes one line between two people.
func (r *intake) line(c map[string]string) (err error) {
	l := Stroke{Kind: r.say.among("line", c["kind"], kinds), Says: c["says"]}
	if l.From, err = r.who.find(c["from_id"], c["from"]); err != nil {
		return err
	}
	if l.To, err = r.who.find(c["to_id"], c["to"]); err != nil {
		return err
	}
	if err := l.check(); err != nil {
		return err
	}
	if slices.ContainsFunc(r.board.Lines, l.like) {
		r.done.Same++
		return nil
	}
	r.board.Lines = append(r.board.Lines, Line{Kind: l.Kind, From: l.From, To: l.To})
	r.draft.Draw = append(r.draft.Draw, l)
	return nil
}
