package relation

import (
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Rows are a list of an account's map, under the columns of its name.
func (s *Service) Rows(ctx context.Context, account kernel.ID, list string, say func(key string) string) (iter.Seq[[]any], error) {
	var all [][]any
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		b, err := s.read(tx, account)
		if err != nil {
			return err
		}
		b.seen()
		switch list {
		case listJudgements:
			all, err = s.judgementRows(tx, b, say)
		case listLines:
			all = b.lineRows(say)
		default:
			all, err = s.peopleRows(tx, b, say)
		}
		return err
	})
	return func(yield func([]any) bool) {
		for _, r := range all {
			if !yield(r) {
				return
			}
		}
	}, err
}

func (s *Service) peopleRows(tx *db.Tx, b *board, say speech) (all [][]any, err error) {
	ids := make([]kernel.ID, 0, len(b.People))
	for _, p := range b.People {
		ids = append(ids, p.Counterpart.User)
	}
	logins, err := loginsOf(tx, ids)
	names := b.called()
	for _, p := range b.People {
		all = append(all, b.rowOf(p, names, logins, say))
	}
	return all, err
}

// called is how the people of a map are named where one row names another: by
// name, by number where two are called so.
func (b *board) called() map[kernel.ID]string {
	w, names := b.whom(), map[kernel.ID]string{}
	for _, p := range b.People {
		names[p.ID] = p.Name
		if len(w.names[p.Name]) > 1 {
			names[p.ID] = p.ID.String()
		}
	}
	return names
}

// judgementRows are all judgements about those who are there, the history among them.
func (s *Service) judgementRows(tx *db.Tx, b *board, say speech) (all [][]any, err error) {
	rows, err := ever(tx, b.Account)
	if err != nil {
		return nil, err
	}
	var ids []kernel.ID
	for _, j := range rows {
		id, _ := kernel.ParseID(j.Value)
		ids = append(ids, j.By, id)
	}
	logins, err := loginsOf(tx, ids)
	for _, j := range rows {
		i, is := b.at[j.Contact]
		if !is {
			continue
		}
		value := j.Value
		if j.Field == Partner {
			id, _ := kernel.ParseID(j.Value)
			value = logins[id]
		}
		all = append(all, []any{j.Contact.String(), b.People[i].Name, say("relation." + j.Field), say.word(j.Field, value), j.Evidence, logins[j.By],
			j.On, j.Until, say(said + "source_" + j.Source)})
	}
	return all, err
}

func (b *board) lineRows(say speech) (all [][]any) {
	for _, l := range b.Lines {
		from, is := b.at[l.From]
		to, are := b.at[l.To]
		if is && are {
			all = append(all, []any{l.From.String(), b.People[from].Name, say.known("relation.line_"+l.Kind, l.Kind), l.To.String(), b.People[to].Name, l.Says})
		}
	}
	return all
}

// Population is how many judgements stand, whoever asks.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = population(tx)
		return err
	})
	return n, err
}
