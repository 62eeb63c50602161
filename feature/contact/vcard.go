package contact

import (
	"bufio"
	"errors"
	"io"
	"mime/quotedprintable"
	"strconv"
	"strings"

	"github.com/emersion/go-vcard"

	"erba/kernel"
)

// How a contact stands in a visiting card (RFC 6350). What cards have no word for
// stands under names of our own, which others leave alone.
const (
	ours        = "X-ERBA-"
	cardUID     = "erba:"
	cardWechat  = "X-WECHAT"
	cardManager = "manager"
)

// own are the texts that cards have no word for, by their names there.
func (c *Contact) own() map[string]*string {
	return map[string]*string{"DUTIES": &c.Duties, "GOALS": &c.Goals, "MANNER": &c.Manner, "RESULTS": &c.Results,
		"DEPARTMENT": &c.Department, "COLLEAGUES": &c.Colleagues, "PARTNERS": &c.Partners, "SCOPE": &c.Scope}
}

// VCard writes a contact as a visiting card of a company; manager is whom he
// reports to, by name.
func (c Contact) VCard(company, manager string) string {
	card := vcard.Card{}
	card.SetValue(vcard.FieldVersion, "4.0")
	card.SetValue(vcard.FieldUID, cardUID+c.ID.String())
	card.SetValue(vcard.FieldFormattedName, oneLine(c.Name))
	card.SetValue(vcard.FieldName, parted("", c.Name, "", "", ""))
	card.SetValue(vcard.FieldOrganization, parted(company, c.Department))
	add := func(name, value string) {
		if value != "" {
			card.SetValue(name, unix(value))
		}
	}
	add(vcard.FieldTitle, c.Title)
	add(vcard.FieldTelephone, c.Phone)
	add(vcard.FieldEmail, c.Mail)
	add(cardWechat, c.Wechat)
	for name, text := range c.own() {
		add(ours+name, *text)
	}
	if c.Rank > 0 {
		add(ours+"RANK", strconv.Itoa(c.Rank))
	}
	add(ours+"GONE", c.Gone.String())
	if manager != "" {
		card.Set(vcard.FieldRelated, &vcard.Field{Value: oneLine(manager), Params: vcard.Params{"TYPE": {cardManager}, "VALUE": {"text"}}})
	}
	var b strings.Builder
	if err := vcard.NewEncoder(&b).Encode(card); err != nil {
		panic(err) // it has a version, and a text takes everything
	}
	return b.String()
}

// unix is a text with one kind of line end.
func unix(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

func oneLine(text string) string { return strings.ReplaceAll(unix(text), "\n", " ") }

// parted are the parts of a value that has several.
func parted(parts ...string) string {
	safe := make([]string, len(parts))
	for i, part := range parts {
		safe[i] = strings.ReplaceAll(oneLine(part), ";", " ") // it would begin another part
	}
	return strings.Join(safe, ";")
}

// Met is a contact as a visiting card tells of him.
type Met struct {
	Contact
	Manager string    // whom he reports to, by name
	known   kernel.ID // of a card of our own
}

const mostCards = 1000

// VCards reads visiting cards of any version; what has no name is none.
func VCards(r io.Reader, most int64) (all []Met, err error) {
	from := vcard.NewDecoder(unfolded(r))
	for {
		card, err := from.Decode()
		switch {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, kernel.Invalid("contact.no_card")
		case int64(len(all)) >= most:
			return nil, kernel.Refused("contact.too_many_cards", "max", most)
		}
		all = append(all, metBy(card))
	}
}

// unfolded joins the lines that older cards break within a letter.
func unfolded(r io.Reader) io.Reader {
	in, out := bufio.NewScanner(r), &strings.Builder{}
	in.Buffer(nil, longestCard)
	quoted := false
	for in.Scan() {
		line := strings.TrimRight(in.Text(), "\r")
		if !quoted {
			name, _, _ := strings.Cut(strings.ToUpper(line), ":")
			quoted = strings.Contains(name, "QUOTED-PRINTABLE")
		}
		if inner, more := strings.CutSuffix(line, "="); quoted && more {
			out.WriteString(inner)
			continue
		}
		quoted = false
		out.WriteString(typed(line) + "\n")
	}
	if in.Err() != nil {
		return strings.NewReader("broken")
	}
	return strings.NewReader(out.String())
}

// typed says TYPE= before the kinds of a number, which the oldest cards leave out.
func typed(line string) string {
	name, rest, is := strings.Cut(line, ":")
	parts := strings.Split(name, ";")
	if !is || strings.ContainsAny(name, "\" ") {
		return line
	}
	for i, part := range parts[1:] {
		if !strings.Contains(part, "=") {
			parts[i+1] = "TYPE=" + part
		}
	}
	return strings.Join(parts, ";") + ":" + rest
}

const longestCard = 1 << 20 // bytes of a line, such as a photo

func metBy(card vcard.Card) (m Met) {
	if id, own := strings.CutPrefix(told(card, vcard.FieldUID), cardUID); own {
		m.known, _ = kernel.ParseID(id) // what is none is nobody
	} else {
		settle(card)
	}
	m.Name, m.Title, m.Phone, m.Mail, m.Wechat = nameOn(card), told(card, vcard.FieldTitle), phoneOn(card), told(card, vcard.FieldEmail), told(card, cardWechat)
	for name, text := range m.own() {
		*text = told(card, ours+name)
	}
	if company := strings.Split(told(card, vcard.FieldOrganization), ";"); len(company) > 1 && m.Department == "" {
		m.Department = strings.Join(company[1:], " ")
	}
	m.Rank, _ = strconv.Atoi(told(card, ours+"RANK"))
	_ = m.Gone.UnmarshalText([]byte(told(card, ours+"GONE"))) // no day of ours: he is there
	for _, f := range card[vcard.FieldRelated] {
		if f.Params.HasType(cardManager) {
			m.Manager = f.Value
		}
	}
	m.tidy()
	return m
}

// settle undoes what other programs do to texts: they guard semicolons everywhere,
// and older ones write letters as numbers.
func settle(card vcard.Card) {
	for name, fields := range card {
		guarded := ";"
		if name == vcard.FieldName || name == vcard.FieldOrganization {
			guarded = " " // these have parts
		}
		for _, f := range fields {
			if f.Params.HasType("quoted-printable") || strings.EqualFold(f.Params.Get("ENCODING"), "QUOTED-PRINTABLE") {
				if plain, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(f.Value))); err == nil {
					f.Value = string(plain)
				}
			}
			f.Value = strings.ReplaceAll(f.Value, `\;`, guarded)
		}
	}
}

func nameOn(card vcard.Card) string {
	if name := told(card, vcard.FieldFormattedName); name != "" {
		return name
	}
	parts := strings.Split(told(card, vcard.FieldName), ";")
	for len(parts) < 2 {
		parts = append(parts, "")
	}
	return strings.TrimSpace(parts[0] + parts[1])
}

// phoneOn is the number at work; who has none gives any.
func phoneOn(card vcard.Card) string {
	for _, f := range card[vcard.FieldTelephone] {
		if f.Params.HasType(vcard.TypeWork) {
			return strings.TrimPrefix(f.Value, "tel:")
		}
	}
	return strings.TrimPrefix(told(card, vcard.FieldTelephone), "tel:")
}

func told(card vcard.Card, name string) string {
	if f := card.Get(name); f != nil {
		return f.Value
	}
	return ""
}
