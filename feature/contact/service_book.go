package contact

import (
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"

	"erba/feature/privacy"
)

// Book adds contacts that their accounts do not know yet, and fills in the
// others; an empty field says nothing and takes nothing away. The contacts have
// passed Check, and their accounts are in sight. Who asked us to forget him is
// refused.
func (s *Service) Book(tx *db.Tx, contacts []Contact) (Outcome, error) {
	out, added, changed, err := s.sort(tx, contacts)
	if err != nil {
		return out, err
	}
	if err := insert(tx, added...); err != nil {
		return out, err
	}
	for _, c := range added {
		out.Written = append(out.Written, kernel.WrittenOver[Contact](nil, c.ID, c.Version))
	}
	for _, c := range changed {
		if err := replace(tx, c.next); err != nil {
			return out, err
		}
		if err := s.missed(tx, c.old, c.next); err != nil {
			return out, err
		}
		out.Written = append(out.Written, kernel.WrittenOver(&c.old, c.old.ID, c.old.Version+1))
	}
	return out, audit.Note(tx, "contact.booked", "contact", kernel.ID{},
		map[string]int{"inserted": out.Inserted, "updated": out.Updated, "refused": len(out.Refused)})
}

// Compare counts what Book would do and writes nothing.
func (s *Service) Compare(tx *db.Tx, contacts []Contact) (Outcome, error) {
	out, _, _, err := s.sort(tx, contacts)
	return out, err
}

// person is somebody at an account.
type person struct {
	account kernel.ID
	who     string
}

// change is somebody known with what a file says of him.
type change struct{ old, next Contact }

// sort tells new people from known ones; of one who stands twice, the later row
// fills in the earlier.
func (s *Service) sort(tx *db.Tx, contacts []Contact) (out Outcome, added []Contact, changed []change, err error) {
	states, err := known(tx, contacts)
	if err != nil {
		return out, nil, nil, err
	}
	barred, err := s.barred(tx, contacts)
	if err != nil {
		return out, nil, nil, err
	}
	added, changed = make([]Contact, 0, len(contacts)), make([]change, 0, len(states))
	places := map[person]*Contact{}
	for i, news := range contacts {
		news.tidy()
		who := person{news.Account, news.who()}
		old, is := states[who]
		place := places[who]
		switch {
		case barred[i]:
			out.Refused = append(out.Refused, Refusal{i, kernel.Refused("contact.barred")})
			continue
		case place != nil:
			old = *place
		case !is:
			news.fresh()
			added = append(added, news)
			places[who] = &added[len(added)-1]
			out.Inserted++
			out.Some = kernel.Sampled(out.Some, kernel.Sample[Contact]{Row: i, Now: news})
			continue
		}
		next := old.filled(news)
		next.SortKey = db.SortKey(next.Name)
		if next == old {
			out.Same++
			continue
		}
		out.Some = kernel.Sampled(out.Some, kernel.Sample[Contact]{Row: i, Was: &old, Now: next})
		switch {
		case place != nil:
			*place = next
			out.Updated++
		default:
			changed = append(changed, change{old, next})
			places[who] = &changed[len(changed)-1].next
			out.Updated++
		}
	}
	return out, added, changed, cover(tx, out.Some)
}

// cover puts behind the mask what it hides from who brings a file: of a row that is
// shown to him he reads what the file says, not what was there.
func cover(tx *db.Tx, some []kernel.Sample[Contact]) error {
	var accounts []kernel.ID
	for _, one := range some {
		accounts = append(accounts, one.Now.Account)
	}
	plain, err := among(identity.As(tx, direct), accounts)
	if err != nil {
		return err
	}
	private, err := among(identity.As(tx, personal), accounts)
	for i, one := range some {
		if one.Was != nil && !plain[one.Now.Account] {
			some[i] = one.Was.covering(one, private[one.Now.Account])
		}
	}
	return err
}

// covering is a row that is shown, with what it replaces as its reader sees it.
func (c Contact) covering(one kernel.Sample[Contact], private bool) kernel.Sample[Contact] {
	shown := c.bare()
	if private {
		shown = c.masked()
	}
	for _, field := range []struct{ was, seen, now *string }{{&c.Phone, &shown.Phone, &one.Now.Phone}, {&c.Mail, &shown.Mail, &one.Now.Mail},
		{&c.Wechat, &shown.Wechat, &one.Now.Wechat}} {
		if *field.now == *field.was {
			*field.now = *field.seen
		}
	}
	one.Was = &shown
	return one
}

// known are the people that the accounts of the contacts have already.
func known(tx *db.Tx, contacts []Contact) (map[person]Contact, error) {
	rows, err := at(tx, accountsOf(contacts))
	states := make(map[person]Contact, len(rows))
	for _, c := range rows {
		states[person{c.Account, c.who()}] = c
	}
	return states, err
}

// barred tells for each contact whether he asked us to forget him.
func (s *Service) barred(tx *db.Tx, contacts []Contact) ([]bool, error) {
	if any, err := s.privacy.BarsAnybody(tx); err != nil || !any {
		return make([]bool, len(contacts)), err
	}
	names, err := companies(tx, accountsOf(contacts))
	if err != nil {
		return nil, err
	}
	people := make([]privacy.Who, len(contacts))
	for i, c := range contacts {
		people[i] = c.identified(names[c.Account].Name)
	}
	return s.privacy.Barred(tx, people)
}

// accountsOf are the accounts of contacts, each once.
func accountsOf(contacts []Contact) []kernel.ID {
	ids := make([]kernel.ID, len(contacts))
	for i, c := range contacts {
		ids[i] = c.Account
	}
	slices.SortFunc(ids, kernel.ID.Compare)
	return slices.Compact(ids)
}

func idsOf(contacts []Contact) []kernel.ID {
	ids := make([]kernel.ID, len(contacts))
	for i, c := range contacts {
		ids[i] = c.ID
	}
	return ids
}
