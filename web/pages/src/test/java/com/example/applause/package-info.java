/** The program of docs/tutorial.md, so that what the tutorial shows compiles and works. */
package com.example.applause;
