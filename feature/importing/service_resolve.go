package importing

import (
	"slices"
	"strings"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// resolve finds the accounts of a piece, and opens those that are not known
// where that is wanted.
func (l *load) resolve(n int, party func(int) Party) error {
	if len(l.known) > knownMost {
		clear(l.known)
		clear(l.fresh)
		clear(l.reasonOf)
	}
	var unknown []Party
	for i := range n {
		p := party(i)
		if _, ok := l.known[p]; !ok {
			p = Party{strings.Clone(p.Code), strings.Clone(p.Name)} // not the whole row
			l.known[p] = kernel.ID{}
			unknown = append(unknown, p)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	err := l.db.Read(l.ctx, func(tx *db.Tx) error { return l.look(tx, unknown) })
	if err != nil {
		return err
	}
	unknown = slices.DeleteFunc(unknown, func(p Party) bool {
		return !l.known[p].IsZero() || !l.settings.CreateAccounts && p != Party{}
	})
	return l.openAccounts(unknown)
}

func (l *load) look(tx *db.Tx, parties []Party) error {
	refs := make([]account.Ref, len(parties))
	for i, p := range parties {
		refs[i] = account.Ref{Code: p.Code, Name: p.Name}
		if (p == Party{}) {
			refs[i].Code = account.Unassigned
		}
	}
	ids, err := l.accounts.Resolve(tx, refs)
	for i := range ids {
		l.known[parties[i]] = ids[i]
	}
	return err
}

// The account on which rows without any account are booked, if that is wanted.
const unassignedName = "未指定客户"

// opened is how many accounts are opened in one transaction.
const opened = 1000

func (l *load) openAccounts(parties []Party) error {
	for part := range slices.Chunk(parties, opened) {
		if l.dry {
			for _, p := range part {
				l.fresh[p] = true
			}
			continue
		}
		all := make([]account.Account, len(part))
		for i, p := range part {
			if all[i].Code, all[i].Name = p.Code, p.Name; (p == Party{}) {
				all[i].Code, all[i].Name = account.Unassigned, unassignedName
			}
		}
		var out account.Outcome
		err := l.db.Write(l.ctx, func(tx *db.Tx) (err error) {
			if out, err = l.accounts.Book(tx, all); err != nil {
				return err
			}
			return remember(tx, l.id, Accounts, out.Written)
		})
		if err != nil {
			return err
		}
		for i, p := range part {
			l.known[p] = all[i].ID
		}
		for _, r := range out.Refused {
			l.known[part[r.Index]], l.reasonOf[part[r.Index]] = kernel.ID{}, r.Fault.Key
		}
	}
	return nil
}
