// Package qr decides which squares of a picture a camera reads as a text: a QR
// code of version 5, level L (ISO 18004), which is one block of 108 bytes.
package qr

import "slices"

const (
	size  = 37  // modules on a side
	room  = 108 // bytes of data
	check = 26  // bytes behind them that mend errors
	// Most is how many bytes of text fit.
	Most = room - 2
)

// Code is the picture: dark or not, by row and column.
type Code [size][size]bool

// Of draws a text of at most Most bytes; a longer one is no code.
func Of(text string) (code Code, ok bool) {
	if len(text) > Most {
		return code, false
	}
	var fixed Code
	frame(&code, &fixed)
	fill(&code, &fixed, mended(packed(text)))
	return code, true
}

// packed is the text as the standard wants it: four bits for "bytes follow",
// eight for their number, the bytes, then filling.
func packed(text string) []byte {
	out := make([]byte, 0, room)
	rest := byte(0b0100)
	for _, b := range append([]byte{byte(len(text))}, text...) {
		out = append(out, rest<<4|b>>4)
		rest = b & 0xf
	}
	out = append(out, rest<<4) // and four zero bits for the end
	for pad := byte(0xEC); len(out) < room; pad ^= 0xEC ^ 0x11 {
		out = append(out, pad)
	}
	return out
}

// mended appends the remainder of the division by the generator (Reed and Solomon).
func mended(data []byte) []byte {
	generator := []byte{1}
	for root := byte(1); len(generator) <= check; root = times(root, 2) {
		generator = append(generator, 0)
		for i := len(generator) - 1; i > 0; i-- {
			generator[i] ^= times(generator[i-1], root)
		}
	}
	rest := make([]byte, check)
	for _, b := range data {
		factor := b ^ rest[0]
		rest = append(rest[1:], 0)
		for i := range rest {
			rest[i] ^= times(generator[i+1], factor)
		}
	}
	return slices.Concat(data, rest)
}

// times multiplies in the field of 256 elements that the standard uses.
func times(a, b byte) (product byte) {
	for ; b > 0; b >>= 1 {
		if b&1 == 1 {
			product ^= a
		}
		if a >= 0x80 {
			a = a<<1 ^ 0x1D
		} else {
			a <<= 1
		}
	}
	return product
}

// frame draws what every code has: three corners, the small square, the
// dotted lines, and which mask is used.
func frame(code, fixed *Code) {
	for _, at := range [][2]int{{3, 3}, {3, size - 4}, {size - 4, 3}} {
		square(code, fixed, at[0], at[1], 4)
	}
	square(code, fixed, size-7, size-7, 2)
	for i := 8; i < size-8; i++ {
		code[6][i], code[i][6] = i%2 == 0, i%2 == 0
		fixed[6][i], fixed[i][6] = true, true
	}
	const format = 0b111011111000100 // level L, mask 0, with its own check bits
	for i := range 15 {
		dark := format>>(14-i)&1 == 1
		for _, at := range [][2]int{oneWay(i), otherWay(i)} {
			code[at[0]][at[1]], fixed[at[0]][at[1]] = dark, true
		}
	}
	code[size-8][8], fixed[size-8][8] = true, true
}

// square draws rings around a centre: dark, light and dark again.
func square(code, fixed *Code, row, column, reach int) {
	for r := max(0, row-reach); r <= min(size-1, row+reach); r++ {
		for c := max(0, column-reach); c <= min(size-1, column+reach); c++ {
			ring := max(r-row, row-r, c-column, column-c)
			code[r][c], fixed[r][c] = ring != 4 && (reach == 2 && ring != 1 || reach == 4 && ring != 2), true
		}
	}
}

// oneWay and otherWay are the two places of a bit of the format.
func oneWay(i int) [2]int {
	switch {
	case i < 6:
		return [2]int{8, i}
	case i < 8:
		return [2]int{8, i + 1}
	case i == 8:
		return [2]int{7, 8}
	}
	return [2]int{14 - i, 8}
}

func otherWay(i int) [2]int {
	if i < 7 {
		return [2]int{size - 1 - i, 8}
	}
	return [2]int{8, size - 15 + i}
}

// fill writes the bits in pairs of columns, up and down from the right, every
// second field turned over so that no large area is of one colour.
func fill(code, fixed *Code, data []byte) {
	n := 0
	for right := size - 1; right > 0; right -= 2 {
		if right == 6 {
			right-- // the dotted line has its column to itself
		}
		for i := range size {
			row := i
			if (right+1)&2 == 0 {
				row = size - 1 - i
			}
			for _, column := range []int{right, right - 1} {
				if !fixed[row][column] {
					dark := n < 8*len(data) && data[n/8]>>(7-n%8)&1 == 1
					code[row][column] = dark != ((row+column)%2 == 0)
					n++
				}
			}
		}
	}
}
