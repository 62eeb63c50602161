package coverage

import (
	"context"
	"strings"

	cover "erba/analysis/coverage"
	"erba/analysis/null"
	"erba/feature/evaluation"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Sheet is what there is to say about the coverage of an account.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	classed, err := s.portfolio.Classed(ctx, portfolio.Ask{})
	if err != nil {
		return sheet, err
	}
	b := &book{}
	var tier string
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if b.cfg, b.version, err = method.Setting[cover.Config](s.methods, tx, Method); err != nil {
			return err
		}
		if sheet.Mark, err = markOf(tx, account); err != nil {
			return err
		}
		waiting, err := waitingOf(tx, account)
		if len(waiting) > 0 {
			sheet.Waiting = &waiting[0]
		}
		if err != nil {
			return err
		}
		sheet.Arrange = s.accounts.Require(identity.As(tx, arranging), account) == nil
		tier, err = s.evaluations.InForceOf(tx, account, evaluation.Tier)
		return err
	})
	if err != nil {
		return sheet, err
	}
	b.since, b.until = classed.Year()
	sheet.Served = b.single(classed, account, sheet.Mark, tier)
	sheet.Since, sheet.Until = b.since, b.until
	return sheet, nil
}

// single is one account by itself; an account that nothing was computed for yet
// has no hours.
func (b *book) single(classed portfolio.Classed, account kernel.ID, m Mark, tier string) Served {
	b.marks = map[kernel.ID]Mark{account: m}
	row := classed.Row(account)
	if row < 0 || !classed.There(row) {
		b.add(entry{id: account, spent: null.None, cost: null.None}, tierOf(tier), -1, 0)
		return b.served(0)
	}
	owner := classed.Account(row).Owner
	b.people = []member{{user: owner}}
	b.enter(classed, row, tierOf(tier), owner, map[kernel.ID]int32{owner: 0})
	return b.served(0)
}

// Mark says that an account is covered otherwise than its tier says.
func (s *Service) Mark(ctx context.Context, m Mark) (Mark, error) {
	m.Reason, m.By = strings.TrimSpace(m.Reason), user(ctx)
	if err := checkReason(m.Reason); err != nil {
		return m, err
	}
	return m, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, m.Account); err != nil {
			return err
		}
		before, err := markOf(tx, m.Account)
		if err != nil {
			return err
		}
		if before.Version == 0 && m.Version == 0 {
			m.Version = 1
			err = addMark(tx, m)
		} else if err = replaceMark(tx, m); err == nil {
			m.Version++
		}
		if err != nil {
			return err
		}
		return audit.Changed(tx, "coverage.marked", "account", m.Account, before, m)
	})
}

// Capacity is how many hours for accounts somebody has in a year: those that were
// set, else those that the method gives, at version 0.
func (s *Service) Capacity(ctx context.Context, user kernel.ID) (c Capacity, err error) {
	b, err := s.book(ctx)
	if err != nil {
		return c, err
	}
	p := b.person(user)
	if p < 0 {
		return c, kernel.Missing("db.missing")
	}
	if c = b.people[p].own; c.Version == 0 {
		c = Capacity{User: user, Hours: kernel.Micro(b.staff[p].Capacity)}
	}
	return c, nil
}

// Set says how many hours for accounts somebody has in a year.
func (s *Service) Set(ctx context.Context, c Capacity) (Capacity, error) {
	c.Reason, c.By = strings.TrimSpace(c.Reason), user(ctx)
	if err := c.Check(); err != nil {
		return c, err
	}
	b, err := s.book(ctx)
	if err != nil {
		return c, err
	}
	p := b.person(c.User)
	if p < 0 {
		return c, kernel.Missing("db.missing")
	}
	before := b.people[p].own
	return c, s.db.Write(ctx, func(tx *db.Tx) error {
		var err error
		if before.Version == 0 && c.Version == 0 {
			c.Version = 1
			err = addCapacity(tx, c)
		} else if err = replaceCapacity(tx, c); err == nil {
			c.Version++
		}
		if err != nil {
			return err
		}
		return audit.Changed(tx, "coverage.capacity_set", "user", c.User, before, c)
	})
}
