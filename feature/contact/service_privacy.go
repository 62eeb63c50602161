package contact

import (
	"strconv"
	"time"

	"erba/feature/privacy"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// said is how the texts of this feature begin.
const said = "contact."

// keeper answers for the contacts when somebody asks what is kept of him.
type keeper struct{ s *Service }

// identified is who a contact is, as far as it stands in the open.
func (c Contact) identified(company string) privacy.Who {
	return privacy.Who{Name: c.Name, Company: company, Numbers: given(c.Phone), Mails: given(c.Mail), Wechats: given(c.Wechat)}
}

// given is a list of what is not empty.
func given(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// Inventory says what is kept of people at customers, what for and how long.
func (keeper) Inventory() (all []privacy.Field) {
	add := func(class, basis, keep string, fields ...string) {
		for _, f := range fields {
			all = append(all, privacy.Field{Key: said + f, Class: class, Purpose: said + "for_" + f, Basis: basis, Keep: keep})
		}
	}
	add("C1", "privacy.basis_contract", "contact.keep_relation",
		"name", "title", "department", "duties", "goals", "manner", "results", "colleagues", "partners", "rank", "scope", "reports", "gone")
	add("C2", "privacy.basis_contract", "contact.keep_relation", Phone, Mail, Wechat)
	add("C2", "privacy.basis_consent", "contact.keep_consent", facts...)
	for _, kind := range Kinds {
		add("C3", "privacy.basis_separate", "contact.keep_year", "kind_"+kind)
	}
	return all
}

// Tables are none: whoever is named in what is kept of another is told.
func (keeper) Tables() []string { return nil }

// Kind is what the records are called.
func (keeper) Kind() string { return "contact" }

// Find are the contacts of a name, number or address.
func (k keeper) Find(tx *db.Tx, w privacy.Who) (all []privacy.Found, err error) {
	clues := []clue{k.s.clue(w.Name, "", "", "")}
	for _, n := range w.Numbers {
		clues = append(clues, k.s.clue("", n, "", ""))
	}
	for _, m := range w.Mails {
		clues = append(clues, k.s.clue("", "", m, ""))
	}
	for _, wechat := range w.Wechats {
		clues = append(clues, k.s.clue("", "", "", wechat))
	}
	met := map[kernel.ID]bool{}
	for _, c := range clues {
		rows, err := search(tx, c, mostFound)
		if err != nil {
			return nil, err
		}
		names, err := companies(tx, accountsOf(rows))
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if !met[row.ID] {
				met[row.ID] = true
				all = append(all, privacy.Found{Record: privacy.Record{Of: "contact", ID: row.ID}, Name: row.Name,
					Company: names[row.Account].Name, Hint: row.masked().hint()})
			}
		}
	}
	return all, nil
}

// Identify says who contacts are, with all that only they are known by.
func (k keeper) Identify(tx *db.Tx, ids []kernel.ID) (all []privacy.Who, err error) {
	rows, err := these(tx, ids)
	if err != nil {
		return nil, err
	}
	names, err := companies(tx, accountsOf(rows))
	if err != nil {
		return nil, err
	}
	private, err := factsOf(tx, ids)
	for _, c := range rows {
		w := c.identified(names[c.Account].Name)
		for _, f := range private[c.ID] {
			plain, locked := k.s.open(f)
			switch {
			case locked != nil:
			case f.Field == Mobile:
				w.Numbers = append(w.Numbers, plain)
			case f.Field == PrivateWechat:
				w.Wechats = append(w.Wechats, plain)
			}
		}
		all = append(all, w)
	}
	return all, err
}

// Held is all that is kept of somebody: his job, his private fields, the notes.
func (k keeper) Held(tx *db.Tx, p privacy.Person) ([]privacy.Section, error) {
	ids := p.Of("contact")
	rows, err := these(tx, ids)
	if err != nil {
		return nil, err
	}
	names, err := companies(tx, accountsOf(rows))
	if err != nil {
		return nil, err
	}
	work := privacy.Section{Key: "contact.held_work", Table: "contacts"}
	for _, c := range rows {
		work.Rows, work.Told = append(work.Rows, c.told(names[c.Account].Name)), append(work.Told, c.ID)
	}
	private, err := k.private(tx, ids)
	if err != nil {
		return nil, err
	}
	notes, err := k.notes(tx, ids)
	return []privacy.Section{work, private, notes}, err
}

// told is a contact as he is told of himself.
func (c Contact) told(company string) (row privacy.Row) {
	row.Add("contact.company", company)
	row.Add("contact.since", c.ID.Time().Format(time.DateOnly))
	for _, f := range []struct{ key, value string }{{"name", c.Name}, {"title", c.Title}, {"department", c.Department}, {Phone, c.Phone},
		{Mail, c.Mail}, {Wechat, c.Wechat}, {"duties", c.Duties}, {"goals", c.Goals}, {"manner", c.Manner}, {"results", c.Results},
		{"colleagues", c.Colleagues}, {"partners", c.Partners}} {
		row.Add(said+f.key, f.value)
	}
	if c.Rank > 0 {
		row.Say("contact.rank", strconv.Itoa(c.Rank), "contact.rank_"+strconv.Itoa(c.Rank))
	}
	row.Add("contact.scope", c.Scope)
	row.Add("contact.gone", c.Gone.String())
	return row
}

func (k keeper) private(tx *db.Tx, ids []kernel.ID) (privacy.Section, error) {
	section := privacy.Section{Key: "contact.held_private", Table: factTable}
	all, err := factsOf(tx, ids)
	for _, id := range ids {
		for _, f := range all[id] {
			row := privacy.Row{}
			plain, locked := k.s.open(f)
			if locked != nil {
				row.Say(said+f.Field, "—", "vault.key_lost")
			}
			row.Add(said+f.Field, plain)
			section.Rows, section.Told = append(section.Rows, row), append(section.Told, f.ID)
		}
	}
	return section, err
}

func (k keeper) notes(tx *db.Tx, ids []kernel.ID) (privacy.Section, error) {
	section := privacy.Section{Key: "contact.held_notes", Table: noteTable}
	all, err := notesOf(tx, ids, every())
	for _, n := range all {
		row := privacy.Row{}
		row.Say("contact.kind", n.Kind, said+"kind_"+n.Kind)
		text, locked := k.s.vault.Open(n.place(), n.Sealed)
		if locked != nil {
			row.Say("contact.note", "—", "vault.key_lost")
		}
		row.Add("contact.note", text)
		row.Say("contact.basis", n.Basis, said+"basis_"+n.Basis)
		row.Add("contact.consent_on", n.ConsentOn.String())
		row.Say("contact.consent_form", n.ConsentForm, said+"form_"+n.ConsentForm)
		row.Add("contact.proof", n.Proof)
		row.Add("contact.author", n.AuthorName)
		row.Add("contact.expires_on", n.Expires.String())
		section.Rows, section.Told = append(section.Rows, row), append(section.Told, n.ID)
	}
	return section, err
}

// Erase forgets somebody: every row, and what the audit remembers of its values.
func (k keeper) Erase(tx *db.Tx, p privacy.Person) error {
	rows, err := these(tx, p.Of("contact"))
	if err != nil {
		return err
	}
	for _, c := range rows {
		if err := remove(tx, c); err != nil {
			return err
		}
	}
	for _, id := range p.Of("contact") {
		if err := audit.Forget(tx, "contact", id); err != nil {
			return err
		}
	}
	return nil
}

// Withdraw ends what rests on consent: the notes and the private fields.
func (k keeper) Withdraw(tx *db.Tx, p privacy.Person) error {
	for _, id := range p.Of("contact") {
		if err := k.s.end(tx, db.If(true, "contact_id = ?", id), "contact.notes_withdrawn", id); err != nil {
			return err
		}
		if err := dropFact(tx, id, ""); err != nil {
			return err
		}
		if err := audit.Note(tx, "contact.consent_withdrawn", "contact", id, nil); err != nil {
			return err
		}
	}
	return nil
}

// Correct writes one field of a contact.
func (k keeper) Correct(tx *db.Tx, id kernel.ID, field, value string) error {
	c, err := find(tx, id)
	if err != nil {
		return err
	}
	if to := c.field(field); to != nil {
		old := c
		*to = value
		return k.s.change(tx, old, c)
	}
	if err := checkFact(field, value); err != nil {
		return err
	}
	return k.s.confide(tx, c, field, value)
}
