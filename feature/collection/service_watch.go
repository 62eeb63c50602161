package collection

import (
	"context"
	"slices"

	"erba/analysis/dunning"
	"erba/feature/notice"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// brokenPromise is the notice that money did not come as somebody had said.
const brokenPromise = "collection.notice_broken"

// WatchAll looks at everybody who owes something: delivery stops and goes on, and
// who answers for an account is told once of a promise that was broken.
func (s *Service) WatchAll(ctx context.Context) (n int, err error) {
	all, err := s.watched(ctx)
	if err != nil {
		return 0, err
	}
	for _, account := range all {
		if err := s.db.Write(ctx, func(tx *db.Tx) error { return s.Watch(tx, account) }); err != nil {
			return n, err
		}
		n++
	}
	return n, s.tell(ctx)
}

// watched are those who are late, and those to whom delivery is stopped.
func (s *Service) watched(ctx context.Context) (ids []kernel.ID, err error) {
	owing, err := s.Receivables.Ageing(identity.With(ctx, identity.System()), receivable.Ask{At: receivable.At{On: s.today()}, By: receivable.ByAccount})
	if err != nil {
		return nil, err
	}
	for _, r := range owing.Rows {
		if r.Late > 0 {
			ids = append(ids, r.Account)
		}
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		held, err := stopped(tx, kernel.ID{})
		for _, one := range held {
			if !slices.Contains(ids, one.Account) {
				ids = append(ids, one.Account)
			}
		}
		return err
	})
	return ids, err
}

// tell says that promises were broken, each once.
func (s *Service) tell(ctx context.Context) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		c, err := s.config(tx)
		if err != nil {
			return err
		}
		accounts, err := lapsed(tx, s.today().Add(-c.Wait-1))
		if err != nil {
			return err
		}
		for _, account := range accounts {
			if err := s.tellOf(tx, account, c); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) tellOf(tx *db.Tx, account kernel.ID, c dunning.Config) error {
	all, err := s.promised(tx, account, c)
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.Told || p.State == dunning.Pending || p.State == withdrawn {
			continue
		}
		p.Told = true
		if err := savePromise(tx, p.Promise); err != nil {
			return err
		}
		if p.State != dunning.Broken {
			continue
		}
		if err := s.announce(tx, p); err != nil {
			return err
		}
	}
	return nil
}

// promised are the promises of an account with what became of them.
func (s *Service) promised(tx *db.Tx, account kernel.ID, c dunning.Config) ([]Promised, error) {
	all, err := promises(tx, account)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	st, err := s.stand(tx, account)
	if err != nil {
		return nil, err
	}
	return judged(all, st.money(), s.today(), c), nil
}

func (s *Service) announce(tx *db.Tx, p Promised) error {
	members, err := identity.Members(identity.Whole(tx), p.Account)
	if err != nil {
		return err
	}
	told := map[kernel.ID]bool{p.By: true}
	for _, m := range members {
		if m.Owner {
			told[m.User] = true
		}
	}
	for user := range told {
		if user.IsZero() {
			continue
		}
		err := s.Notices.Tell(tx, notice.Notice{User: user, Kind: brokenPromise, Account: p.Account, Path: "/accounts/" + p.Account.String() + "?tab=ledger.money",
			Args: map[string]any{"due": p.Due.String()}})
		if err != nil {
			return err
		}
	}
	return nil
}
