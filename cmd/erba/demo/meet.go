package demo

import (
	"slices"

	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// meet makes the people at the customers; what they confide, they confide to
// the owners of their accounts.
func (f *filler) meet() error {
	people := f.Contacts()
	all := make([]contact.Contact, len(people))
	for i, p := range people {
		all[i] = contact.Contact{Account: f.accounts[p.Account], Name: p.Name, Title: p.Title, Department: p.Department,
			Phone: p.Phone, Mail: p.Mail, Duties: p.Duties, Goals: p.Goals}
	}
	service := contact.New(f.kit)
	for part := range slices.Chunk(all, chunk) {
		err := f.kit.DB.Write(f.ctx, func(tx *db.Tx) error {
			_, err := service.Book(tx, part)
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, p := range people {
		if p.Mobile == "" {
			continue
		}
		if err := f.confide(service, p); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) confide(service *contact.Service, p Contact) error {
	v, err := f.kit.Users.Viewer(f.ctx, f.users[f.Accounts[p.Account].Owner])
	if err != nil {
		return err
	}
	ctx := identity.With(f.ctx, v.For("contact:reveal"))
	known, err := service.List(ctx, f.accounts[p.Account])
	if err != nil {
		return err
	}
	at := slices.IndexFunc(known, func(c contact.Card) bool { return c.Phone == p.Phone })
	if at < 0 {
		return nil // he stood twice in the company's list
	}
	for field, value := range map[string]string{contact.Mobile: p.Mobile, contact.HomeCity: p.City} {
		if _, err := service.Confide(ctx, known[at].ID, field, value); err != nil {
			return err
		}
	}
	note := contact.Note{Contact: known[at].ID, Kind: "hobby", Text: p.Hobby, Basis: "consent", ConsentOn: kernel.DayOf(known[at].ID.Time()),
		ConsentForm: "written", Proof: "客户信息同意书"}
	_, err = service.Write(identity.With(f.ctx, v.For("contact:sensitive")), note)
	return err
}
