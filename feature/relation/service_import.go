package relation

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"erba/analysis/clean"
	rel "erba/analysis/relation"
	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/sheet"
)

const (
	mostRows  = 20_000 // of one file
	mostWrong = 100    // rows that are shown
)

// Say turns a text key into a sentence.
type Say func(key string, args map[string]any) string

// errTried takes back what was only tried.
var errTried = errors.New("relation: only tried")

// Import takes a list in the shape of an exported one: all of it or, if a row is
// wrong, nothing. What stands there already is left as it is.
func (s *Service) Import(ctx context.Context, account kernel.ID, list string, body io.Reader, try bool, say Say) (done ImportedFile, err error) {
	if err := s.db.Read(ctx, func(tx *db.Tx) error { return s.accounts.Require(tx, account) }); err != nil {
		return done, err
	}
	file, err := sheet.Receive(body, sheet.Options{Name: "relations-" + list, Header: 1, HeaderRows: 1})
	if err != nil {
		return done, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if len(file.Header) < len(sheets[list]) {
			return kernel.Invalid("relation.no_list")
		}
		done, err = s.take(tx, account, list, file, say)
		if err == nil && (try || len(done.Wrong) > 0) {
			err = errTried
		}
		return err
	})
	if errors.Is(err, errTried) {
		err = nil
	}
	return done, errors.Join(err, file.Close())
}

// intake is a list on its way into a map.
type intake struct {
	say   speech
	cfg   rel.Config
	today kernel.Date
	board *board
	who   whom
	users map[string]kernel.ID
	old   map[saidKey]bool
	roles []string
	draft Draft
	done  ImportedFile
}

// saidKey is what makes two judgements one.
type saidKey struct {
	contact      kernel.ID
	field, value string
	by           kernel.ID
	on           kernel.Date
}

func (s *Service) take(tx *db.Tx, account kernel.ID, list string, file *sheet.File, say Say) (ImportedFile, error) {
	r, err := s.intake(tx, account, say)
	if err != nil {
		return r.done, err
	}
	for n := 0; ; n++ {
		row, err := file.Next()
		switch {
		case errors.Is(err, io.EOF):
			return r.done, s.taken(tx, account, r)
		case err != nil:
			return r.done, err
		case n >= mostRows:
			return r.done, kernel.Refused("relation.too_many_rows", "max", mostRows)
		}
		for i, cell := range row.Cells {
			row.Cells[i] = export.Plain(cell)
		}
		c := cells(list, row.Cells)
		if err := r.row(list, c); err != nil {
			f, is := errors.AsType[*kernel.Fault](err)
			if !is {
				return r.done, err
			}
			if len(r.done.Wrong) < mostWrong {
				r.done.Wrong = append(r.done.Wrong, Wrong{row.Number, strings.TrimSpace(c["person"] + c["from"]), say(f.Key, f.Args)})
			}
		}
	}
}

func (s *Service) intake(tx *db.Tx, account kernel.ID, say Say) (r *intake, err error) {
	r = &intake{say: func(key string) string { return say(key, nil) }, today: s.today(), old: map[saidKey]bool{}, done: ImportedFile{Wrong: []Wrong{}}}
	c, err := s.settings(tx)
	if err != nil {
		return r, err
	}
	r.cfg = c.cfg
	for _, role := range c.cfg.Roles {
		r.roles = append(r.roles, role.Key)
	}
	if r.board, err = s.read(tx, account); err != nil {
		return r, err
	}
	r.board.seen()
	r.who = r.board.whom()
	if r.users, err = signers(tx); err != nil {
		return r, err
	}
	rows, err := ever(tx, account)
	for _, j := range rows {
		r.old[saidKey{j.Contact, j.Field, j.Value, j.By, j.On}] = true
	}
	return r, err
}

// taken saves what a list brought, over the version that is there.
func (s *Service) taken(tx *db.Tx, account kernel.ID, r *intake) error {
	d := r.draft
	if len(r.done.Wrong) > 0 || len(d.Judgements)+len(d.Moves)+len(d.Draw) == 0 {
		return nil
	}
	r.done.Taken = len(d.Judgements) + len(d.Moves) + len(d.Draw)
	return s.Enter(tx, account, d)
}

func (r *intake) row(list string, c map[string]string) error {
	switch list {
	case listJudgements:
		return r.judgement(c)
	case listLines:
		return r.line(c)
	}
	return r.person(c)
}

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
