// Package strategy decides with which strategy a deal is fought for, and how often each has won.
package strategy
