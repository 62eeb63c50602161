package kernel

import (
	"database/sql/driver"
	"fmt"
	"math/bits"
	"strings"
)

// Decimal is an exact number with six places: a quantity, a unit price, a rate.
// It covers ±9,223,372,036,854.775807. In SQL it is a BIGINT of millionths, in
// JSON a string, because JavaScript would round it.
type Decimal struct{ micro int64 }

const (
	places  = 6
	million = 1_000_000
	fen     = 100 // minor units of one major unit
)

// Micro makes a decimal from millionths.
func Micro(millionths int64) Decimal { return Decimal{millionths} }

// Whole makes a decimal from an integer.
func Whole(n int64) Decimal { return Decimal{n * million} }

// Micro is the number in millionths.
func (d Decimal) Micro() int64 { return d.micro }

// Sign is −1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.micro < 0:
		return -1
	case d.micro > 0:
		return 1
	}
	return 0
}

// Float is the nearest floating-point number, for shares and charts, never for sums.
func (d Decimal) Float() float64 { return float64(d.micro) / million }

// String writes the number without trailing zeros: 12.5.
func (d Decimal) String() string {
	sign, n := "", uint64(d.micro)
	if d.micro < 0 {
		sign, n = "-", -n
	}
	if n%million == 0 {
		return fmt.Sprint(sign, n/million)
	}
	return strings.TrimRight(fmt.Sprintf("%s%d.%06d", sign, n/million, n%million), "0")
}

// ParseDecimal reads plain digits with an optional sign and point; places
// beyond the sixth are rounded half away from zero.
func ParseDecimal(s string) (Decimal, error) {
	digits, negative := strings.CutPrefix(strings.TrimPrefix(s, "+"), "-")
	whole, rest, _ := strings.Cut(digits, ".")
	n, ok := int64(0), len(whole)+len(rest) > 0
	for i := 0; i < len(whole)+places; i++ {
		n, ok = push(n, digit(whole, rest, i), ok)
	}
	for i := places; i < len(rest); i++ {
		ok = ok && rest[i] >= '0' && rest[i] <= '9'
	}
	if len(rest) > places && rest[places] >= '5' {
		n++
	}
	switch {
	case !ok || n < 0:
		return Decimal{}, Invalid("kernel.bad_number", "number", s)
	case negative:
		return Decimal{-n}, nil
	}
	return Decimal{n}, nil
}

// digit is the i-th of the whole digits and the places after them.
func digit(whole, rest string, i int) byte {
	switch j := i - len(whole); {
	case j < 0:
		return whole[i]
	case j < len(rest):
		return rest[j]
	}
	return '0'
}

// push appends a digit, as long as all were digits and the number fits.
func push(n int64, c byte, ok bool) (int64, bool) {
	if !ok || c < '0' || c > '9' || n > (1<<63-10)/10 {
		return n, false
	}
	return n*10 + int64(c-'0'), true
}

// Amount is quantity × price in minor units, rounded once, half away from zero.
func Amount(quantity, price Decimal) (minor int64, err error) {
	return scaled(quantity.micro, price.micro, million*million/fen)
}

// Minor is the number as an amount in minor units, rounded half away from zero.
func (d Decimal) Minor() int64 {
	n, _ := scaled(d.micro, 1, million/fen) // cannot overflow: it shrinks
	return n
}

// Times is the product, rounded half away from zero to six places.
func (d Decimal) Times(by Decimal) (Decimal, error) {
	n, err := scaled(d.micro, by.micro, million)
	return Decimal{n}, err
}

// scaled is a·b/by in 128 bits, rounded half away from zero.
func scaled(a, b, by int64) (int64, error) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	lo, carry := bits.Add64(lo, uint64(by/2), 0)
	hi += carry
	if hi >= uint64(by) {
		return 0, Invalid("kernel.too_large")
	}
	n, _ := bits.Div64(hi, lo, uint64(by))
	if n > 1<<63-1 {
		return 0, Invalid("kernel.too_large")
	}
	if (a < 0) != (b < 0) {
		return -int64(n), nil
	}
	return int64(n), nil
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// MarshalText puts the number into JSON and CSV.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the number from JSON and URLs.
func (d *Decimal) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDecimal(string(text))
	return err
}

// Value stores the number as a BIGINT of millionths.
func (d Decimal) Value() (driver.Value, error) { return d.micro, nil }

// Scan loads the number from either engine.
func (d *Decimal) Scan(src any) error {
	n, ok := src.(int64)
	if !ok && src != nil {
		return fmt.Errorf("kernel: cannot scan %T into a Decimal", src)
	}
	d.micro = n
	return nil
}
