package relation

import (
	"context"
	"errors"
	"io"
	"strings"

	rel "erba/analysis/relation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/sheet"
)

const mostRows = 20_000 // of one file

// ImportedFile is what became of a file with relations: all of it is taken, or nothing.
type ImportedFile struct {
	Taken int          `json:"taken" doc:"Judgements, places and lines that were new"`
	Same  int          `json:"same"  doc:"That stood there already"`
	Wrong sheet.Wrongs `json:"wrong" doc:"The first hundred rows that are wrong; then nothing was taken"`
}

// Import takes a list in the shape of an exported one: all of it or, if a row is
// wrong, nothing. What stands there already is left as it is.
func (s *Service) Import(ctx context.Context, account kernel.ID, list string, body io.Reader, try bool, say sheet.Says) (done ImportedFile, err error) {
	if err := s.db.Read(ctx, func(tx *db.Tx) error { return s.accounts.Require(tx, account) }); err != nil {
		return done, err
	}
	file, err := sheet.Bring(body, "relations-"+list, len(sheets[list]), min(identity.Brings(ctx), mostRows))
	if err != nil {
		return done, err
	}
	err = s.db.Trial(ctx, func(tx *db.Tx) (bool, error) {
		if err := s.accounts.Require(tx, account); err != nil {
			return false, err
		}
		done, err = s.take(tx, account, list, file, say)
		return !try && len(done.Wrong) == 0, err
	})
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
	names func(kernel.ID) (bool, error) // whether the viewer writes in somebody's name
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

func (s *Service) take(tx *db.Tx, account kernel.ID, list string, file *sheet.List, say sheet.Says) (ImportedFile, error) {
	r, err := s.intake(tx, account, say)
	if err != nil {
		return r.done, err
	}
	for row, err := range file.Rows() {
		if err != nil {
			return r.done, err
		}
		c := cells(list, row.Cells)
		if err := r.done.Wrong.Note(row.Number, strings.TrimSpace(c["person"]+c["from"]), r.row(list, c), say); err != nil {
			return r.done, err
		}
	}
	return r.done, s.taken(tx, account, r)
}

func (s *Service) intake(tx *db.Tx, account kernel.ID, say sheet.Says) (r *intake, err error) {
	r = &intake{say: func(key string) string { return say(key, nil) }, today: s.today(), old: map[saidKey]bool{},
		names: func(id kernel.ID) (bool, error) { return identity.Answers(tx, id) }, done: ImportedFile{Wrong: sheet.Wrongs{}}}
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
