import './app/tokens.css'
import './app/base.css'
import { mount } from 'svelte'
import Mini from './app/Mini.svelte'
import { connect } from './bridge'

await connect()
mount(Mini, { target: document.getElementById('app')! })
