// Package clean decides what a cell that people typed means: text without
// decoration, numbers as 1.2万 or (12.00), dates in a dozen notations, codes
// with a checksum, and which company names are one company (M92).
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"erba/kernel"
)

// Text is the cell without what only looks: blanks around it and doubled
// inside, control and zero-width characters, full-width forms of ASCII.
func Text(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	gap := false
	for _, r := range s {
		r = half(r)
		switch {
		case unicode.IsSpace(r) || r == '\u0085':
			gap = b.Len() > 0
			continue
		case r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			continue
		case gap:
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plain reports whether nothing is to be done, as for nearly every cell.
func plain(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c > '~' || c < ' ' || c == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') {
			return false
		}
	}
	return true
}

// half is the half-width form of a character, and the plain form of a bracket.
func half(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '￥':
		return '¥'
	case strings.ContainsRune("〔【［", r):
		return '['
	case strings.ContainsRune("〕】］", r):
		return ']'
	}
	return r
}

// Digits is a telephone number without what is written between its digits.
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, Text(s))
}

// Mobile is a Chinese mobile number as eleven digits.
func Mobile(s string) (string, error) {
	n := strings.TrimPrefix(strings.TrimPrefix(Digits(s), "+"), "86")
	if len(n) != 11 || n[0] != '1' || n[1] < '3' || strings.Contains(n, "+") {
		return "", kernel.Invalid("clean.bad_mobile", "number", s)
	}
	return n, nil
}
