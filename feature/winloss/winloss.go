// Package winloss decides why deals are won and lost, against whom, by whom and at which discount.
package winloss
