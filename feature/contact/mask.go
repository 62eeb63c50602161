package contact

import (
	"slices"
	"strings"

	"erba/analysis/clean"
)

// masked shows as much of a private value as tells its owner that it is his.
func masked(field, value string) string {
	r := []rune(value)
	switch {
	case value == "":
		return ""
	case field == Mail:
		name, host, _ := strings.Cut(value, "@")
		return string([]rune(name)[:1]) + "***@" + host
	case (field == Phone || field == Mobile) && len(r) >= 8:
		return string(r[:3]) + "****" + string(r[len(r)-4:])
	case field == Birthday:
		return "****-**-**"
	case field == Wechat || field == PrivateWechat:
		return string(r[:1]) + "****"
	}
	return "****"
}

// masked is the contact as those see it who do not work on its account.
func (c Contact) masked() Contact {
	c.Phone, c.Mail, c.Wechat = masked(Phone, c.Phone), masked(Mail, c.Mail), masked(Wechat, c.Wechat)
	return c
}

// bare is the contact as those see it to whom people's private matters are no business.
func (c Contact) bare() Contact {
	c.Phone, c.Mail, c.Wechat = "", "", ""
	return c
}

// digits are what numbers are compared by; a mobile number has no country before it.
func digits(number string) string {
	plain := clean.Digits(number)
	if mobile, err := clean.Mobile(plain); err == nil {
		return mobile
	}
	return plain
}

// mobile reports whether a number is one person's, not a whole office's.
func mobile(number string) bool {
	_, err := clean.Mobile(clean.Digits(number))
	return err == nil
}

// hint is by what a masked contact is told from his namesakes.
func (c Contact) hint() string {
	return strings.Join(slices.DeleteFunc([]string{c.Title, c.Phone, c.Mail, c.Wechat}, func(s string) bool { return s == "" }), " · ")
}
